import { commandsOf, grammarOf, minorsOf, type Command, type Flag, type GrammarFile } from './grammar.ts';

/** What one version of kubectl has that the one before had not, or had otherwise. */
export interface Change {
  /** `kuberc set`; `''` for all commands. */
  readonly path: string;
  /** The flag that changed; without it, the command itself. */
  readonly flag?: string;
  readonly what: 'added' | 'removed' | 'deprecated' | 'short' | 'default' | 'repeatable';
  /** kubectl's warning, or what was and what is: `'legacy' → 'general'`. */
  readonly detail?: string;
}

/** Two versions that follow each other, and what changed between them. */
export interface VersionStep {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
}

/** What changed from each version to the next, the newest first. */
export function stepsOf(file: GrammarFile): VersionStep[] {
  const minors = minorsOf(file);
  return minors
    .slice(1)
    .map((to, index) => ({ from: minors[index] ?? '', to }))
    .map(({ from, to }) => ({ from, to, changes: changesBetween(file, from, to) }))
    .reverse();
}

/** The commands and flags that kubectl warns of, in one version: `{ path: 'autoscale', flag: 'cpu-percent', … }`. */
export function deprecationsOf(file: GrammarFile, version: string): Change[] {
  return commandsOf(grammarOf(file, version)).flatMap((command) => [
    ...deprecation(command.path, command),
    ...[...command.flags.values()].flatMap((flag) => deprecation(command.path, flag, flag.long)),
  ]);
}

const deprecation = (path: string, { deprecated }: { deprecated?: string }, flag?: string): Change[] =>
  deprecated === undefined ? [] : [{ path, ...(flag && { flag }), what: 'deprecated', detail: deprecated }];

function changesBetween(file: GrammarFile, from: string, to: string): Change[] {
  const before = grammarOf(file, from);
  const after = grammarOf(file, to);
  const paths = [...new Set([...commandsOf(before), ...commandsOf(after)].map(({ path }) => path))].sort();
  return [
    ...flagChanges('', before.root, after.root),
    ...paths.flatMap((path): Change[] => {
      const old = before.commands.get(path);
      const now = after.commands.get(path);
      if (!old || !now) return [{ path, what: now ? 'added' : 'removed' }];
      return flagChanges(path, old, now, new Set(after.root.flags.keys()));
    }),
  ];
}

/** @param shared the flags of all commands, which are told once */
function flagChanges(path: string, before: Command, after: Command, shared: ReadonlySet<string> = new Set()): Change[] {
  const names = [...new Set([...before.flags.keys(), ...after.flags.keys()])].sort();
  return names.flatMap((name): Change[] => {
    const old = before.flags.get(name);
    const now = after.flags.get(name);
    if (!old || !now) return shared.has(name) ? [] : [{ path, flag: name, what: now ? 'added' : 'removed' }];
    return differences(old, now).map((change) => ({ path, flag: name, ...change }));
  });
}

function differences(old: Flag, now: Flag): Pick<Change, 'what' | 'detail'>[] {
  const found: Pick<Change, 'what' | 'detail'>[] = [];
  if (now.deprecated && !old.deprecated) found.push({ what: 'deprecated', detail: now.deprecated });
  if (now.short && now.short !== old.short) found.push({ what: 'short', detail: `-${now.short}` });
  if (now.initial === '[]' && old.initial !== '[]') found.push({ what: 'repeatable' });
  else if (now.initial !== old.initial) found.push({ what: 'default', detail: `${old.initial} → ${now.initial}` });
  return found;
}
