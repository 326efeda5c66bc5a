import type { Flag } from './grammar.ts';

/** A part of a command line that has a sentence of its own. */
export type Part =
  /** `kubectl` or `minikube`. */
  | { readonly kind: 'tool'; readonly text: string }
  | CommandPart
  /** A plain word after the command: see arguments.ts for its roles. */
  | {
      readonly kind: 'argument';
      readonly text: string;
      readonly value: string;
      readonly role: string;
      readonly path: string;
    }
  | FlagPart
  /** The `--` after which nothing is kubectl's. */
  | { readonly kind: 'end'; readonly text: string; readonly path: string }
  /** What runs in the container. */
  | { readonly kind: 'inside'; readonly text: string; readonly path: string }
  /** A variable set before a command: `KUBE_EDITOR=nano`. */
  | { readonly kind: 'variable'; readonly text: string; readonly name: string }
  /** What the shell reads itself: `|`, `&&`, `> file`, `$(…)`. */
  | { readonly kind: 'shell'; readonly text: string; readonly operator: string }
  /** Another program, with its arguments: `base64 -d`. */
  | { readonly kind: 'program'; readonly text: string };

/** A verb or a subcommand: text `undo`, path `rollout undo`. */
export interface CommandPart {
  readonly kind: 'command';
  readonly text: string;
  readonly tool: string;
  readonly path: string;
}

/** A flag where it stands. */
export interface FlagPart {
  readonly kind: 'flag';
  readonly tool: string;
  readonly path: string;
  readonly flag: Pick<Flag, 'long' | 'short' | 'deprecated'>;
  /** The value as typed, and without its quotes; absent for a flag that stands alone. */
  readonly value?: { readonly text: string; readonly value: string };
  /** Whether the value is attached by `=` or by nothing rather than a word of its own. */
  readonly isAttached: boolean;
  /** The flags that stand in one word, such as `-it`. */
  readonly text: string;
}
