import { readFile, writeFile } from 'node:fs/promises';
import type { VerifiedCommand, VerifiedFile } from '../../src/lib/verified.ts';
import type { Kubectl } from '../kubectl/install.ts';
import { minorOf } from '../kubectl/versions.ts';
import { isOnlyNamed, type Checked } from './content.ts';

const RECORD = new URL('../../src/data/verified.json', import.meta.url);

/** What one kubectl made of every command of the content. */
export interface VersionRun {
  readonly kubectl: Kubectl;
  readonly checked: readonly Checked[];
}

/** Reads the record of the repository; an empty one when there is none yet. */
export async function readRecord(): Promise<VerifiedFile> {
  const text = await readFile(RECORD, 'utf8').catch(() => '{"kubectl":[],"commands":[]}');
  return JSON.parse(text) as VerifiedFile;
}

/** Writes the record, one command a line, so that a change of one is a change of one line. */
export async function writeRecord(file: VerifiedFile): Promise<void> {
  const lines = (items: readonly unknown[]): string => items.map((item) => `  ${JSON.stringify(item)}`).join(',\n');
  await writeFile(
    RECORD,
    `{\n"kubectl": [\n${lines(file.kubectl)}\n],\n"commands": [\n${lines(file.commands)}\n]\n}\n`,
  );
}

/**
 * Makes the record of several runs.
 * @param runs from the oldest kubectl to the newest
 * @param before the last record: a command that gets the same verdicts keeps its date
 * @param today `2026-11-25`
 */
export function makeRecord(runs: readonly VersionRun[], before: VerifiedFile, today: string): VerifiedFile {
  const known = new Map(before.commands.map((one) => [one.command, one]));
  const commands = [...new Set(runs.flatMap(({ checked }) => checked.map(({ command }) => command)))].sort();
  const byCommand = runs.map(({ kubectl, checked }) => ({
    minor: minorOf(kubectl.version),
    // An example counts for more than the sentence that names it.
    found: new Map([...checked].sort((a, b) => rank(b) - rank(a)).map((one) => [one.command, one])),
  }));
  return {
    kubectl: runs.map(({ kubectl: { version, sha256 } }) => ({
      minor: minorOf(version),
      version,
      sha256,
      date: today,
    })),
    commands: commands.map((command) => {
      const said = describe(
        byCommand.flatMap(({ minor, found }) => {
          const one = found.get(command);
          return one ? [{ minor, one }] : [];
        }),
      );
      const last = known.get(command);
      const date = last && sameVerdicts(last, said) ? last.date : today;
      return { command, date, ...said };
    }),
  };
}

const rank = ({ kind }: Checked): number => ['example', 'block', 'inline'].indexOf(kind);

interface InVersion {
  readonly minor: string;
  readonly one: Checked;
}

function describe(all: readonly InVersion[]): Omit<VerifiedCommand, 'command' | 'date'> {
  const lists: Partial<Record<'ok' | 'deprecated' | 'refused' | 'named', string[]>> = {};
  let why = '';
  for (const { minor, one } of all) {
    const list = isOnlyNamed(one) ? 'named' : one.verdict.verdict;
    (lists[list] ??= []).push(minor);
    if (list !== 'named') why = one.verdict.why || why;
  }
  const changed = Object.fromEntries(
    all.slice(1).flatMap((now, index) => {
      const lines = findChange(all[index]?.one, now.one);
      return lines ? [[now.minor, lines]] : [];
    }),
  );
  return { ...lists, ...(why && { why }), ...(Object.keys(changed).length > 0 && { changed }) };
}

/** The first line that went and the first that came, wherever they are; undefined when it prints the same. */
function findChange(before: Checked | undefined, now: Checked): readonly [string, string] | undefined {
  if (before?.verdict.verdict !== now.verdict.verdict || now.verdict.verdict === 'refused') return undefined;
  if (before.printed === undefined || now.printed === undefined) return undefined;
  const [old, fresh] = [before.printed.split('\n'), now.printed.split('\n')];
  const gone = old.find((line) => !fresh.includes(line)) ?? '';
  const come = fresh.find((line) => !old.includes(line)) ?? '';
  return gone || come ? [gone, come] : undefined;
}

const sameVerdicts = (a: VerifiedCommand, b: Omit<VerifiedCommand, 'command' | 'date'>): boolean =>
  (['ok', 'deprecated', 'refused', 'named'] as const).every((list) => String(a[list]) === String(b[list]));
