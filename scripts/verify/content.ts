import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/lib/content/read.ts';
import type { Kubectl } from '../kubectl/install.ts';
import { minorOf } from '../kubectl/versions.ts';
import { extractCommands, type Found } from './extract.ts';
import { fillPlaceholders, readPlaceholders } from './placeholders.ts';
import { showProgress } from './progress.ts';
import type { Verdict } from './verdict.ts';
import { verify } from './verify.ts';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));
/** What is wrong even in a command that a sentence only names: `kubectl drain` lacks its node, and is right there. */
const WRONG_IN_A_SENTENCE = /unknown (?:command|flag|shorthand)|typographic/;

/**
 * Runs every complete kubectl command of the content with one kubectl. In a sentence, a command may be cut short: only
 * what no ending could mend is said.
 * @returns a line for each command that is not as the content says: `content/…/x.mdx:12: kubectl … : <kubectl's words>`
 */
export async function checkContent(kubectl: Kubectl): Promise<string[]> {
  const files = await readContent(CONTENT);
  const found = files
    .flatMap(extractCommands)
    .filter(({ command, kind }) => /\bkubectl\b/.test(command) && !(kind === 'inline' && command.includes('…')));
  const values = await readPlaceholders();
  const tasks = found.map(({ command }) => ({ lines: [fillPlaceholders(command, values)] }));
  const outcomes = await verify(tasks, kubectl, undefined, showProgress(`kubectl ${kubectl.version}`, tasks.length));
  return found.flatMap((one, index) => {
    const verdict = outcomes[index]?.verdicts[0];
    const problem = verdict && findProblem(one, verdict, kubectl.version);
    return problem ? [`${one.file}:${one.line}: ${one.command}\n  ${problem}`] : [];
  });
}

function findProblem(one: Found, { verdict, why, isWriting }: Verdict, version: string): string | undefined {
  if (one.since !== undefined && isOlder(minorOf(version), one.since)) return undefined;
  if (one.refused !== undefined) {
    if (verdict === 'refused' && why.includes(one.refused)) return undefined;
    return `it must be refused with « ${one.refused} », and kubectl ${version} says: ${why || 'nothing'}`;
  }
  if (verdict === 'refused' && (one.kind !== 'inline' || WRONG_IN_A_SENTENCE.test(why))) return why;
  if (verdict === 'deprecated' && one.deprecated === undefined && one.kind === 'example')
    return `${why} (say why in « deprecated: », or write it otherwise)`;
  if (one.effect === 'lecture' && isWriting)
    return 'it changes the cluster or the configuration, and « effect: » says lecture';
  return undefined;
}

const isOlder = (version: string, than: string): boolean =>
  version.localeCompare(than, undefined, { numeric: true }) < 0;
