/**
 * Writes src/data/kubectl-grammar.json: what each kubectl accepts, the oldest whole, then what each later one changes.
 * Run with `npm run grammar`, or `npm run grammar -- 1.34.5=path/to/kubectl 1.35.2=… 1.36.3=…`, oldest first.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { minorOf, readFlag, type CommandRecord, type GrammarFile } from '../../src/lib/kubectl/grammar.ts';
import { ask, knowsFlag, mayStandAlone, readHelp, readWarnings } from './ask.ts';

/** A kubectl to ask. */
interface Program {
  readonly version: string;
  readonly path: string;
}
type Commands = Record<string, CommandRecord>;

const INSTALLER = new URL('../kubectl/install.ts', import.meta.url);
const FILE = new URL('../../src/data/kubectl-grammar.json', import.meta.url);
/** Flags that help does not show once they are deprecated, and that people still type. */
const UNSHOWN = ['record', 'cpu-percent', 'export', 'generator'];
/** `kubectl help` does not list it among the commands. */
const UNLISTED = ['options'];

const alone = new Map<string, boolean>();

async function describe(kubectl: string, path: readonly string[], shared: ReadonlySet<string>): Promise<CommandRecord> {
  const help = readHelp(await ask(kubectl, path.length > 0 ? [...path, '--help'] : ['options']));
  const shown = new Map(help.flags.map((text) => [readFlag(text).long, text]));
  for (const name of path.length > 0 ? UNSHOWN : []) {
    if (!shown.has(name) && !shared.has(name) && (await knowsFlag(kubectl, path, name))) {
      shown.set(name, `--${name}=''`);
    }
  }
  const flags = [...shown.values()].map((text) => ({ text, ...readFlag(text) }));
  for (const flag of flags) {
    const key = `${kubectl} ${flag.text}`;
    if (!flag.isAlone && !alone.has(key)) alone.set(key, await mayStandAlone(kubectl, path, flag.long));
    if (!flag.isAlone && alone.get(key)) flag.text = flag.text.replace(/=(.*)$/, '[=$1]');
  }
  const given = flags.map(
    ({ long, initial }) => `--${long}=${initial.replace(/^'(.*)'$/, '$1').replace(/^\[\]$/, '') || '1'}`,
  );
  const warnings = await readWarnings(kubectl, path, given);
  const deprecated = warnings.get('');
  return {
    ...(help.aliases.length > 0 && { aliases: help.aliases.filter((alias) => alias !== path.at(-1)) }),
    ...(deprecated && { deprecated }),
    flags: flags.map(({ text, long }) => (warnings.has(long) ? `${text} !${warnings.get(long) ?? ''}` : text)),
  };
}

async function readCommands(kubectl: string): Promise<Commands> {
  const root = await describe(kubectl, [], new Set());
  const shared = new Set(root.flags.map((text) => readFlag(text).long));
  const commands: Commands = { '': root };
  const walk = async (path: readonly string[]): Promise<void> => {
    const help = readHelp(await ask(kubectl, [...path, '--help']));
    for (const name of [...help.subcommands, ...(path.length > 0 ? [] : UNLISTED)]) {
      const below = [...path, name];
      commands[below.join(' ')] = await describe(kubectl, below, shared);
      await walk(below);
    }
  };
  await walk([]);
  return Object.fromEntries(Object.entries(commands).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changesOf(before: Commands, after: Commands): Record<string, CommandRecord | null> {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return Object.fromEntries(
    paths.filter((path) => !same(before[path], after[path])).map((path) => [path, after[path] ?? null]),
  );
}

/** One command a line: a new kubectl is then read line by line in a diff. */
function write({ versions, base, changes }: GrammarFile): string {
  const lines = (record: object): string =>
    Object.entries(record)
      .map(([path, value]) => `${JSON.stringify(path)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const later = Object.entries(changes).map(
    ([version, record]) => `${JSON.stringify(version)}: {\n${lines(record)}\n}`,
  );
  return `{\n"versions": ${JSON.stringify(versions)},\n"base": {\n${lines(base)}\n},\n"changes": {\n${later.join(',\n')}\n}\n}\n`;
}

/** Those named as arguments, else those that the project installs to check its commands with. */
async function findPrograms(): Promise<readonly Program[]> {
  const named = process.argv.slice(2);
  if (named.length === 0 && existsSync(INSTALLER)) {
    const { installKubectl } = (await import(INSTALLER.href)) as { installKubectl: () => Promise<Program[]> };
    return installKubectl();
  }
  const programs = named.map((pair) => /^(?<version>\d+\.\d+\.\d+)=(?<path>.+)$/.exec(pair)?.groups);
  if (programs.length === 0 || programs.includes(undefined)) {
    throw new Error(
      'Name each kubectl as VERSION=PATH, oldest first: npm run grammar -- 1.35.2=./kubectl-1.35 1.36.3=./kubectl-1.36',
    );
  }
  return programs.map((groups) => ({ version: groups?.version ?? '', path: groups?.path ?? '' }));
}

const read: { version: string; commands: Commands }[] = [];
for (const { version, path } of await findPrograms()) {
  process.stderr.write(`kubectl ${version}\n`);
  read.push({ version, commands: await readCommands(path) });
}
const file: GrammarFile = {
  versions: read.map(({ version }) => version),
  base: read[0]?.commands ?? {},
  changes: Object.fromEntries(
    read
      .slice(1)
      .map(({ version, commands }, index) => [minorOf(version), changesOf(read[index]?.commands ?? {}, commands)]),
  ),
};
await writeFile(FILE, write(file));
