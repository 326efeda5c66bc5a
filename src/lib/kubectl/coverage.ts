import { commandsOf, type Command, type Grammar } from './grammar.ts';
import { parseLine } from './parse.ts';

/** A command of kubectl and the examples that run it. */
export interface Covered<Example> {
  readonly path: string;
  readonly examples: readonly Example[];
}

/**
 * Every command of kubectl that does something, with the examples that run it. `create` runs by itself; `rollout` only
 * holds others, so it is not listed.
 * @param examples those of the site, each with its line
 */
export function coverageOf<Example extends { readonly command: string }>(
  grammar: Grammar,
  examples: readonly Example[],
): Covered<Example>[] {
  const byPath = new Map<string, Set<Example>>();
  for (const example of examples) {
    for (const path of commandsIn(example.command, grammar)) {
      byPath.set(path, (byPath.get(path) ?? new Set()).add(example));
    }
  }
  return commandsOf(grammar)
    .filter((command) => !isOnlyParent(command, grammar))
    .map(({ path }) => ({ path, examples: [...(byPath.get(path) ?? [])] }));
}

/** The commands that a line runs, without those that lead to them: `rollout undo` of `kubectl rollout undo deployment/web`. */
function commandsIn(line: string, grammar: Grammar): string[] {
  const parts = parseLine(line, grammar);
  return parts.flatMap((part, index) => {
    if (part.kind !== 'command' || part.tool !== 'kubectl') return [];
    const next = parts[index + 1];
    return next?.kind === 'command' && next.path.startsWith(`${part.path} `) ? [] : [part.path];
  });
}

/** Without flags of its own and with commands below it: it only prints its help. */
function isOnlyParent({ path, flags }: Command, { commands, root }: Grammar): boolean {
  const runsAlone = ['cluster-info', 'options'].includes(path);
  return (
    !runsAlone && flags.size === root.flags.size && [...commands.keys()].some((other) => other.startsWith(`${path} `))
  );
}
