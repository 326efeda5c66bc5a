import { REACHES, type ExplainedCommand, type Explanations, type Reach } from './explanations.ts';
import type { Part } from './parts.ts';

/** How far something reaches, and how to come back. */
interface Extent {
  readonly reach: Reach;
  readonly undo?: string;
}

/**
 * How far a line reaches and how to come back, from the command in it that reaches furthest. A rehearsal (`--dry-run`,
 * `--local`) changes nothing, and a redirection writes a file here.
 */
export function reachOf(parts: readonly Part[], explanations: Explanations): Extent {
  const extents: Extent[] = [];
  let current: { commands: ExplainedCommand[]; isRehearsal: boolean } | undefined;
  const close = (): void => {
    if (current) extents.push(current.isRehearsal ? { reach: 'rien' } : extentOf(current.commands));
    current = undefined;
  };
  for (const part of parts) {
    if (part.kind === 'tool') close();
    if (part.kind === 'shell' && /^>>?$/.test(part.operator)) extents.push({ reach: 'poste' });
    if (part.kind === 'command') {
      current ??= { commands: [], isRehearsal: false };
      const found =
        part.tool === 'minikube' ? explanations.minikube.commands[part.path] : explanations.commands[part.path];
      if (found) current.commands.push(found);
    }
    if (part.kind === 'flag' && current && isRehearsal(part)) current.isRehearsal = true;
  }
  close();
  const rank = ({ reach }: Extent): number => REACHES.indexOf(reach);
  return extents.reduce((best, one) => (rank(one) > rank(best) ? one : best), { reach: 'rien' });
}

const isRehearsal = ({ flag, value }: Extract<Part, { kind: 'flag' }>): boolean =>
  (flag.long === 'dry-run' && value?.value !== 'none') || flag.long === 'local';

/** What is said of the subcommand wins over what is said of the command above it. */
function extentOf(commands: readonly ExplainedCommand[]): Extent {
  const reach = commands.findLast((command) => command.reach !== undefined)?.reach ?? 'rien';
  const undo = commands.findLast((command) => command.undo !== undefined)?.undo;
  return reach === 'rien' || undo === undefined ? { reach } : { reach, undo };
}
