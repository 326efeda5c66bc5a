import { grammarOf, minorsOf, type Flag, type GrammarFile } from './grammar.ts';

/** What happened to a command or a flag over the versions that the data knows. */
export interface History {
  /** The first version that has it, when an older one had not: `1.36`. */
  readonly since?: string;
  /** The first version that has the short form of a flag, when an older one had only the long form. */
  readonly shortSince?: string;
  /** Since when kubectl warns, and its words; without `since`, the oldest version already warned. */
  readonly deprecated?: { readonly since?: string; readonly why: string };
}

/** The history of a command: `commandHistory(file, 'kuberc set')` → `{ since: '1.36' }`. */
export function commandHistory(file: GrammarFile, path: string): History {
  return historyOf(file, (version) => grammarOf(file, version).commands.get(path));
}

/** The history of a flag of a command: `flagHistory(file, 'diff', 'show-secrets')` → `{ since: '1.36' }`. */
export function flagHistory(file: GrammarFile, path: string, long: string): History {
  const { since, ...own } = historyOf(file, (version): Flag | undefined =>
    grammarOf(file, version).commands.get(path)?.flags.get(long),
  );
  const shortSince = shortSinceOf(file, path, long);
  if (shortSince) return { ...own, ...(since && { since }), shortSince };
  // A flag as old as its command has nothing of its own to say.
  return since === undefined || since === commandHistory(file, path).since ? own : { since, ...own };
}

function historyOf(file: GrammarFile, find: (version: string) => { deprecated?: string } | undefined): History {
  const seen = minorsOf(file).map((version) => ({ version, found: find(version) }));
  const first = seen.findIndex(({ found }) => found !== undefined);
  const warned = seen.findIndex(({ found }) => found?.deprecated !== undefined);
  const why = seen[warned]?.found?.deprecated;
  return {
    ...(first > 0 && { since: seen[first]?.version ?? '' }),
    ...(why !== undefined && { deprecated: { why, ...(warned > 0 && { since: seen[warned]?.version ?? '' }) } }),
  };
}

function shortSinceOf(file: GrammarFile, path: string, long: string): string | undefined {
  const flags = minorsOf(file).flatMap((version) => {
    const flag = grammarOf(file, version).commands.get(path)?.flags.get(long);
    return flag ? [{ version, hasShort: flag.short !== undefined }] : [];
  });
  return flags[0]?.hasShort === false ? flags.find(({ hasShort }) => hasShort)?.version : undefined;
}
