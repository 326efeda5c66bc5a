import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A home that holds neither a configuration nor a cache. */
const HOME = '/nonexistent';

/** What the help of a command shows. */
export interface Help {
  readonly subcommands: readonly string[];
  readonly aliases: readonly string[];
  /** As the help writes them: `-A, --all-namespaces=false`. */
  readonly flags: readonly string[];
}

/**
 * Runs kubectl far from any cluster or configuration. Only `--help` and `__complete` are asked, which run no command.
 * @returns what it printed, on both outputs
 */
export function ask(kubectl: string, args: readonly string[]): Promise<string> {
  const env = { HOME, KUBECONFIG: `${HOME}/config`, PATH: '', KUBERC: 'off' };
  return new Promise((resolve, reject) => {
    if (!existsSync(kubectl)) {
      reject(new Error(`There is no kubectl at ${kubectl}.`));
      return;
    }
    execFile(kubectl, args, { env, timeout: 20_000 }, (_error, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}

/**
 * Reads kubectl's help of a command.
 * @param text what `kubectl create --help`, or `kubectl options`, prints
 */
export function readHelp(text: string): Help {
  const subcommands: string[] = [];
  const flags: string[] = [];
  let aliases: string[] = [];
  let section = '';
  for (const line of text.split('\n')) {
    const heading = /^(\S.*):$/.exec(line);
    if (heading) section = heading[1] ?? '';
    else if (section === 'Aliases' && line.includes(',')) aliases = line.split(',').map((name) => name.trim());
    else if (/Commands\b/.test(section) && /^ {2}[a-z]/.test(line)) subcommands.push(line.trim().split(/\s/)[0] ?? '');
    else if (/^(Options|The following options)/.test(section)) {
      // Either `    -A, --all-namespaces=false:` or `    --vmodule=:`.
      const flag = /^ {4}((?:-\w, )?--.*):$/.exec(line);
      if (flag) flags.push((flag[1] ?? '').replace(/=$/, "=''").replace(HOME, '$HOME'));
    }
  }
  return { subcommands, aliases, flags };
}

/** Whether `--flag` may stand without a value, asked of completion, which parses the line and runs nothing. */
export async function mayStandAlone(kubectl: string, path: readonly string[], flag: string): Promise<boolean> {
  const answer = await ask(kubectl, ['__complete', ...path, `--${flag}`, '--no-such-flag', 'x', '']);
  return answer.includes('unknown flag: --no-such-flag');
}

/** Whether a command knows a flag that its help may not show. */
export async function knowsFlag(kubectl: string, path: readonly string[], flag: string): Promise<boolean> {
  const answer = await ask(kubectl, ['__complete', ...path, `--${flag}=`, 'x', '']);
  return !answer.includes(`unknown flag: --${flag}`);
}

/** The warnings of the command and of its flags, `''` being the command: « use … instead ». */
export async function readWarnings(
  kubectl: string,
  path: readonly string[],
  flags: readonly string[],
): Promise<Map<string, string>> {
  const answer = await ask(kubectl, [...path, ...flags, '--help']);
  const warnings = new Map<string, string>();
  for (const [, name = '', why = ''] of answer.matchAll(/^Flag --(\S+) has been deprecated, (.*)$/gm))
    warnings.set(name, why);
  const command = /^Command "[^"]*" is deprecated, (.*)$/m.exec(answer);
  if (command) warnings.set('', command[1] ?? '');
  return warnings;
}
