import file from '../../src/data/kubectl-grammar.json' with { type: 'json' };
import { readFlags } from '../../src/lib/kubectl/flags.ts';
import { grammarOf, type Command } from '../../src/lib/kubectl/grammar.ts';

/** What kubectl reads in its arguments. */
export interface ReadCall {
  /** `rollout undo` */
  readonly path: string;
  /** The words that are neither a command, nor a flag, nor its value, up to `--`. */
  readonly words: readonly string[];
  /** The values of each flag by its long name, in their order; `true` for one that stands alone. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads the arguments of one run of kubectl by the grammar of the newest version.
 * @returns undefined when a flag is unknown or lacks its value: kubectl says so itself
 */
export function readCall(args: readonly string[]): ReadCall | undefined {
  const { root, commands } = grammarOf(file);
  const flags = new Map<string, string[]>();
  const words: string[] = [];
  let command: Command = root;
  const left = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined).map(toWord);
  for (let word = left.shift(); word; word = left.shift()) {
    const below = words.length === 0 ? commands.get(`${command.path} ${word.value}`.trim()) : undefined;
    if (below) command = below;
    else if (!/^-./.test(word.value)) words.push(word.value);
    else {
      try {
        const { parts, tookNext } = readFlags(word, left[0], command);
        if (tookNext) left.shift();
        for (const { flag, value } of parts)
          flags.set(flag.long, [...(flags.get(flag.long) ?? []), value?.value ?? 'true']);
      } catch {
        return undefined;
      }
    }
  }
  return { path: command.path, words, flags };
}

const toWord = (text: string): Parameters<typeof readFlags>[0] => ({ kind: 'word', text, value: text, inner: [] });
