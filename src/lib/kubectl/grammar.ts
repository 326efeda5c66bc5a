/**
 * What one kubectl accepts, as kept in src/data/kubectl-grammar.json and made by `npm run grammar`.
 * A flag is written as kubectl's own help writes it, plus two marks: `-A, --all-namespaces=false`, `--dry-run[='none']` when
 * its value may be left out, ` !…` before kubectl's warning when it is deprecated.
 */
export interface CommandRecord {
  readonly aliases?: readonly string[];
  /** kubectl's warning when the command itself is deprecated. */
  readonly deprecated?: string;
  readonly flags: readonly string[];
}

/** The grammar of the oldest version, then what each later one changes. The command `''` holds the flags of all commands. */
export interface GrammarFile {
  /** `['1.34.5', '1.35.2', '1.36.3']`, oldest first. */
  readonly versions: readonly string[];
  readonly base: Readonly<Record<string, CommandRecord>>;
  /** By minor version (`1.35`), the commands that are not as in the version before; `null` for one that is gone. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, CommandRecord | null>>>>;
}

/** A flag of kubectl. */
export interface Flag {
  /** `namespace` */
  readonly long: string;
  /** `n` */
  readonly short?: string;
  /** As the help writes it, quotes included: `'none'`, `false`, `[]`, `0s`. */
  readonly initial: string;
  /** Whether it may stand without a value: `-A`, `--dry-run`. */
  readonly isAlone: boolean;
  /** kubectl's own words when it is deprecated. */
  readonly deprecated?: string;
}

/** A command of kubectl with every flag that it takes. */
export interface Command {
  /** `rollout undo`; `''` for kubectl itself. */
  readonly path: string;
  readonly aliases: readonly string[];
  readonly deprecated?: string;
  /** By long name, those of all commands included. */
  readonly flags: ReadonlyMap<string, Flag>;
}

/** The commands of one version, by path, and by path with an alias in it. */
export interface Grammar {
  /** `1.36` */
  readonly version: string;
  readonly commands: ReadonlyMap<string, Command>;
  /** kubectl itself, with the flags of all commands. */
  readonly root: Command;
}

const FLAG = /^(?:-(\w), )?--([\w.-]+)(\[)?=?(.*?)\]?(?: !(.*))?$/;

/**
 * Reads a flag: `readFlag("-o, --output=''")` → `{ long: 'output', short: 'o', initial: "''", isAlone: false }`.
 * @throws Error when the text is not one that the grammar script writes.
 */
export function readFlag(text: string): Flag {
  const match = FLAG.exec(text);
  if (!match)
    throw new Error(`kubectl-grammar.json : « ${text} » n'est pas une option. Refaites-le : npm run grammar.`);
  const [, short, long = '', bracket, initial = '', deprecated] = match;
  return {
    long,
    ...(short && { short }),
    initial: text.includes('[]') && initial === '[' ? '[]' : initial,
    isAlone: bracket !== undefined || initial === 'true' || initial === 'false',
    ...(deprecated && { deprecated }),
  };
}

/** `'1.36'` of `'1.36.3'`. */
export const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** The minor versions that the data knows, oldest first: `['1.34', '1.35', '1.36']`. */
export const minorsOf = (file: GrammarFile): string[] => file.versions.map(minorOf);

const known = new WeakMap<GrammarFile, Map<string, Grammar>>();

/**
 * The grammar of one version, read once.
 * @param version `1.35`; the newest unless told
 * @throws Error naming the versions that exist when this one does not.
 */
export function grammarOf(file: GrammarFile, version = minorsOf(file).at(-1) ?? ''): Grammar {
  const minors = minorsOf(file);
  if (!minors.includes(version)) {
    throw new Error(`La grammaire de kubectl ${version} n'est pas connue. Versions connues : ${minors.join(', ')}.`);
  }
  const read = known.get(file) ?? new Map<string, Grammar>();
  known.set(file, read);
  const grammar = read.get(version) ?? readVersion(file, version);
  read.set(version, grammar);
  return grammar;
}

function readVersion(file: GrammarFile, version: string): Grammar {
  const minors = minorsOf(file);
  const records = new Map<string, CommandRecord>(Object.entries(file.base));
  for (const minor of minors.slice(1, minors.indexOf(version) + 1)) {
    for (const [path, record] of Object.entries(file.changes[minor] ?? {})) {
      if (record) records.set(path, record);
      else records.delete(path);
    }
  }
  const shared = (records.get('')?.flags ?? []).map(readFlag);
  const commands = new Map<string, Command>();
  for (const [path, { aliases = [], deprecated, flags }] of records) {
    if (path === '') continue;
    const own = [...shared, ...flags.map(readFlag)];
    const command: Command = {
      path,
      aliases,
      ...(deprecated && { deprecated }),
      flags: new Map(own.map((flag) => [flag.long, flag])),
    };
    for (const name of [path.split(' ').at(-1) ?? '', ...aliases]) {
      commands.set([...path.split(' ').slice(0, -1), name].join(' '), command);
    }
  }
  return {
    version,
    commands,
    root: { path: '', aliases: [], flags: new Map(shared.map((flag) => [flag.long, flag])) },
  };
}

/** The commands of a grammar, each once, in alphabetical order. */
export function commandsOf({ commands }: Grammar): Command[] {
  return [...new Set(commands.values())].sort((a, b) => a.path.localeCompare(b.path));
}
