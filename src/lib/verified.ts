/** What is kept of the runs of every command with every kubectl: `src/data/verified.json`. */
export interface VerifiedFile {
  /** From the oldest to the newest, each the release of its minor version. */
  readonly kubectl: readonly VerifiedKubectl[];
  /** One for each command of the content, in alphabetical order. */
  readonly commands: readonly VerifiedCommand[];
}

/** A kubectl that the commands were run with. */
interface VerifiedKubectl {
  /** `1.36`, the name under which commands say it. */
  readonly minor: string;
  readonly version: string;
  /** Of the program, the same as that of the upstream release. */
  readonly sha256: string;
  /** The day on which every command was last run with it: `2026-11-25`. */
  readonly date: string;
}

/** What became of a command: each minor version is in one of the lists. */
export interface VerifiedCommand {
  /** As the author wrote it, with its placeholders. */
  readonly command: string;
  /** The day since which it gets these verdicts. */
  readonly date: string;
  readonly ok?: readonly string[];
  /** It works, and kubectl warns. */
  readonly deprecated?: readonly string[];
  readonly refused?: readonly string[];
  /** Sentences name it without what must follow: it is not to be run. */
  readonly named?: readonly string[];
  /** kubectl's words, of the newest version that warns or refuses. */
  readonly why?: string;
  /** What it prints otherwise than with the version before: the first line that went, the first that came. */
  readonly changed?: Readonly<Record<string, readonly [was: string, now: string]>>;
}

/** What a page says of an example, or that nothing is known of it. */
export type VerifiedFact =
  | { readonly kind: 'all' | 'since' | 'warned'; readonly from: string; readonly to: string }
  | { readonly kind: 'unknown' };

/** Finds what was recorded of a command. */
export type FindVerified = (command: string) => VerifiedCommand | undefined;

/** Makes the look-up of a record: `readVerified(file)('kubectl get pods')?.ok` is `['1.34', '1.35', '1.36']`. */
export function readVerified(file: VerifiedFile): FindVerified {
  const byCommand = new Map(file.commands.map((one) => [one.command, one]));
  return (command) => byCommand.get(command);
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** The versions with which a command works, warnings included. */
export const workingVersions = ({ ok = [], deprecated = [] }: VerifiedCommand): string[] =>
  [...ok, ...deprecated].sort(byNumber.compare);

/**
 * What to say of a command: `{ kind: 'since', from: '1.36', to: '1.36' }` when the older ones refuse it,
 * `warned` when the newest that runs it warns.
 */
export function verifiedFact(one: VerifiedCommand | undefined): VerifiedFact {
  const working = one ? workingVersions(one) : [];
  const [from, to] = [working[0], working.at(-1)];
  if (!one || from === undefined || to === undefined) return { kind: 'unknown' };
  if (one.deprecated?.includes(to)) return { kind: 'warned', from: one.deprecated[0] ?? to, to };
  return { kind: one.refused ? 'since' : 'all', from, to };
}
