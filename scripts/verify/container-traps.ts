import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readCall } from './call.ts';

const run = promisify(execFile);
const SHELL = /^(?:\/\w+)*\/?(?:ba|da|a|z|k)?sh$/;

/**
 * Finds what goes wrong in the container, with what comes after `--`: a program whose name holds its arguments, a script
 * cut after its first word, a script that no shell can read.
 * @param args the arguments of one run of kubectl
 */
export async function findContainerTrap(args: readonly string[]): Promise<string | undefined> {
  const end = args.indexOf('--');
  if (end < 0) return undefined;
  const [program = '', ...rest] = args.slice(end + 1);
  const call = readCall(args);
  // The words that `run` gives go to the image's own program, unless it is replaced.
  const isProgram = call && (/^(?:exec|debug)$/.test(call.path) || call.flags.get('command')?.at(-1) === 'true');
  if (isProgram && /\S\s+\S/.test(program) && !program.startsWith('/'))
    return `the container looks for one program named « ${program} »: write its words without the quotes`;
  const [option = '', script = '', ...more] = SHELL.test(program) ? rest : [];
  if (!/^-[a-z]*c$/.test(option)) return undefined;
  if (more.length > 0 && !/\s|[$;|&]/.test(script.trim()))
    return `${program} ${option} runs « ${script} » alone, and not « ${more.join(' ')} »: quote the whole script`;
  return findSyntaxError(program, script);
}

/** bash reads what other shells read, but for a few words that it knows more of. */
async function findSyntaxError(program: string, script: string): Promise<string | undefined> {
  if (script === '') return undefined;
  const { stderr } = await run('bash', ['-n', '-c', '--', script]).catch(
    (error: unknown) => error as { stderr: string },
  );
  const said = stderr.split('\n').find((text) => /syntax error|unexpected/.test(text));
  return said && `${program} in the container: ${said.replace(/^.*?bash: (?:-c: )?/, '')}`;
}
