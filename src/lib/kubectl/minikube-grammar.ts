import file from '../../data/minikube-grammar.json' with { type: 'json' };

/**
 * One command as src/data/minikube-grammar.json writes it, from minikube's command pages. A flag: `-o, --output=text|json`,
 * `--nodes=int`, `--profile=` for any value, `--watch[=duration]` when the value may be left out, `--purge` without one.
 */
interface CommandRecord {
  readonly aliases?: readonly string[];
  /** It only holds others: `addons`. */
  readonly isParent?: boolean;
  /** `PROPERTY_NAME PROPERTY_VALUE`, `IMAGE...`, `[PROFILE]`; none when it takes no argument. */
  readonly arguments?: string;
  readonly flags: readonly string[];
}

/** A flag of minikube. */
interface MinikubeFlag {
  /** `driver` */
  readonly long: string;
  readonly short?: string;
  readonly isAlone: boolean;
  /** The values that it takes, when they are few: `['text', 'json']`. */
  readonly values: readonly string[];
  /** What its value must look like. */
  readonly type: 'int' | 'duration' | 'any';
}

/** A command of minikube. */
export interface MinikubeCommand {
  /** `addons enable` */
  readonly path: string;
  readonly isParent: boolean;
  /** The names of its arguments, those that may be left out between brackets: `['IMAGE', '[ARCHIVE]']`. */
  readonly arguments: readonly string[];
  /** Whether the last argument may be repeated. */
  readonly isRepeated: boolean;
  readonly flags: readonly MinikubeFlag[];
}

/**
 * Reads a flag: `readMinikubeFlag('-o, --output=text|json')` → output, short o, values text and json.
 * @throws Error when the data is written otherwise
 */
function readMinikubeFlag(text: string): MinikubeFlag {
  const [, short, long, equals, kind = ''] = /^(?:-(\w), )?--([\w-]+)(?:(\[?=)(.*?)\]?)?$/.exec(text) ?? [];
  if (long === undefined)
    throw new Error(`minikube-grammar.json: « ${text} » is no flag: write -o, --output=text|json`);
  const type = kind === 'int' || kind === 'duration' ? kind : 'any';
  return {
    long,
    ...(short && { short }),
    isAlone: equals !== '=',
    values: type === 'any' ? kind.split('|').filter(Boolean) : [],
    type,
  };
}

const shared = file.shared.map(readMinikubeFlag);

/** The commands of minikube by path, and by path with an alias in it; `''` is minikube itself. */
export const MINIKUBE: ReadonlyMap<string, MinikubeCommand> = new Map(
  [['', { isParent: true, flags: [] }] as const, ...Object.entries<CommandRecord>(file.commands)].flatMap(
    ([path, record]: readonly [string, CommandRecord]) => {
      const words = record.arguments?.split(' ') ?? [];
      const command: MinikubeCommand = {
        path,
        isParent: record.isParent ?? false,
        arguments: words.map((word) => word.replace('...', '')),
        isRepeated: words.at(-1)?.endsWith('...') ?? false,
        flags: [...record.flags.map(readMinikubeFlag), ...shared],
      };
      const parent = path.split(' ').slice(0, -1);
      const names = [path, ...(record.aliases ?? []).map((alias) => [...parent, alias].join(' '))];
      return names.map((name) => [name, command] as const);
    },
  ),
);

/** What minikube reads in a word that begins with a dash: one flag, or several in `-it`. */
export interface MinikubeFlagRead {
  /** The word as it is after its dashes, up to `=`. */
  readonly name: string;
  /** Undefined when the command has no such flag. */
  readonly flag: MinikubeFlag | undefined;
  readonly value: string | undefined;
  readonly tookNext: boolean;
}

/**
 * Reads a word that begins with a dash: `--driver=docker`, `-p`, `-ojson`.
 * @param next the word after it, which may be its value
 */
export function readMinikubeFlags(
  word: string,
  next: string | undefined,
  { flags }: MinikubeCommand,
): MinikubeFlagRead[] {
  if (word.startsWith('--')) {
    const [name = '', attached] = word.slice(2).split(/=(.*)/s, 2);
    const flag = flags.find(({ long }) => long === name);
    const tookNext = flag !== undefined && !flag.isAlone && attached === undefined && next !== undefined;
    return [{ name: `--${name}`, flag, value: attached ?? (tookNext ? next : undefined), tookNext }];
  }
  const [, letter = '', rest = ''] = /^-(.)(.*)$/s.exec(word) ?? [];
  const flag = flags.find(({ short }) => short === letter);
  const name = `-${letter}`;
  if (!flag) return [{ name, flag, value: undefined, tookNext: false }];
  if (flag.isAlone && rest && !rest.startsWith('='))
    return [
      { name, flag, value: undefined, tookNext: false },
      ...readMinikubeFlags(`-${rest}`, next, { flags } as MinikubeCommand),
    ];
  const tookNext = !flag.isAlone && rest === '' && next !== undefined;
  return [{ name, flag, value: rest ? rest.replace(/^=/, '') : tookNext ? next : undefined, tookNext }];
}
