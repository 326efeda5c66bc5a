import { readFile } from 'node:fs/promises';
import { installKubectl } from '../kubectl/install.ts';
import { minorOf, type KubectlRelease } from '../kubectl/versions.ts';
import { fillPlaceholders, readPlaceholders } from './placeholders.ts';
import { showProgress } from './progress.ts';
import type { Verdict } from './verdict.ts';
import { verify } from './verify.ts';

/** What is printed for a line; `versions` only where they differ. */
export interface LineReport {
  readonly command: string;
  readonly verdict: Verdict['verdict'];
  readonly why: string;
  readonly versions?: Readonly<Record<string, Pick<Verdict, 'verdict' | 'why'>>>;
}

/**
 * Checks one command a line with several kubectl, from the oldest to the newest; empty lines and comments are left out.
 * @returns a report for each, in their order: the verdict of the newest kubectl, and the others where they differ
 * @throws Error when the file can't be read or holds no command, or when no kubectl can be had
 */
export async function checkLines(file: string, releases: readonly KubectlRelease[]): Promise<LineReport[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(
      `${file}: can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). Give a text file with one command a line.`,
    );
  });
  const commands = splitLines(text);
  if (commands.length === 0) throw new Error(`${file}: holds no command. Write one a line.`);
  const values = await readPlaceholders();
  const tasks = commands.map((command) => ({ lines: [fillPlaceholders(command, values)] }));
  const found: [string, Verdict[]][] = [];
  for (const kubectl of await installKubectl(releases)) {
    const outcomes = await verify(tasks, kubectl, showProgress(`kubectl ${kubectl.version}`, tasks.length));
    found.push([minorOf(kubectl.version), outcomes.flatMap(({ verdicts }) => verdicts)]);
  }
  return commands.map((command, index) =>
    report(
      command,
      found.flatMap(([minor, verdicts]) => {
        const one = verdicts[index];
        return one ? [[minor, one] as const] : [];
      }),
    ),
  );
}

/** The commands of a text, one a line, a here-document with its lines; empty lines and comments are left out. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const commands: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const end = /<<-?\s*(['"]?)(\w+)\1/.exec(line)?.[2];
    const last = end === undefined ? -1 : lines.findIndex((one, index) => index > at && one.trim() === end);
    if (last > at) {
      commands.push(lines.slice(at, last + 1).join('\n'));
      at = last;
    } else if (line.trim() && !line.startsWith('#')) commands.push(line);
  }
  return commands;
}

function report(command: string, found: readonly (readonly [minor: string, verdict: Verdict])[]): LineReport {
  const { verdict, why } = found.at(-1)?.[1] ?? { verdict: 'refused' as const, why: 'it was not run' };
  const isSame = found.every(([, one]) => one.verdict === verdict);
  if (isSame) return { command, verdict, why };
  return {
    command,
    verdict,
    why,
    versions: Object.fromEntries(found.map(([minor, one]) => [minor, { verdict: one.verdict, why: one.why }])),
  };
}
