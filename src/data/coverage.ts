import { once } from '../lib/once.ts';
import { coverageOf } from '../lib/kubectl/coverage.ts';
import { deprecationsOf, stepsOf, type Change } from '../lib/kubectl/changes.ts';
import { grammarOf } from '../lib/kubectl/grammar.ts';
import { parseLine } from '../lib/kubectl/parse.ts';
import { getCommands, type Example } from './commands.ts';
import { sentenceOfCommand, sentenceOfFlag } from './explanations.ts';
import { changedOutputs, newWarnings } from './verified.ts';
import file from './kubectl-grammar.json' with { type: 'json' };

const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');
const newest = grammarOf(file);
const getExamples = once(async (): Promise<readonly Example[]> =>
  (await getCommands()).flatMap(({ examples }) => examples),
);

/** A command of kubectl, what it does, and the examples that run it. */
export interface CoveredCommand {
  /** `rollout undo` */
  readonly path: string;
  readonly sentence: string | undefined;
  readonly examples: readonly Example[];
}

/** The newest kubectl that the site knows, and each of its commands in alphabetical order. */
export const getCoverage = once(async (): Promise<{ version: string; commands: readonly CoveredCommand[] }> => {
  const covered = coverageOf(newest, await getExamples());
  return {
    version: newest.version,
    commands: covered.map((one) => ({ ...one, sentence: sentenceOfCommand(one.path) })),
  };
});

/** A change of kubectl, with the examples of the site that it touches. */
export interface TouchingChange extends Change {
  /** What the command or the flag does. */
  readonly sentence: string | undefined;
  readonly examples: readonly Example[];
}

/** A line that some examples print otherwise: the one that went, the one that came; one of them may be empty. */
export interface OutputChange {
  readonly was: string;
  readonly now: string;
  readonly examples: readonly Example[];
}

/** The lines of output that a version changed, each once, with the examples that print them. */
function outputChanges(minor: string, examples: readonly Example[]): OutputChange[] {
  const byLines = new Map<string, OutputChange>();
  for (const { command, was, now } of changedOutputs(minor)) {
    const own = examples.filter((example) => example.command === command);
    const key = `${was}\n${now}`;
    const known = byLines.get(key)?.examples ?? [];
    if (own.length > 0) byLines.set(key, { was: was.trim(), now: now.trim(), examples: [...known, ...own] });
  }
  return [...byLines.values()];
}

/** What changed from a version to the next, for our examples: the newest first. */
export const getVersionSteps = once(async () => {
  const examples = await getExamples();
  return stepsOf(file).map((step) => ({
    ...step,
    outputs: outputChanges(minorOf(step.to), examples),
    warnings: newWarnings(minorOf(step.to)).flatMap(({ command, why }) =>
      examples.filter((example) => example.command === command).map((example) => ({ example, why })),
    ),
    // The parents of a new command say nothing of their own.
    changes: step.changes
      .filter(
        ({ path, flag }) => flag !== undefined || !step.changes.some((other) => other.path.startsWith(`${path} `)),
      )
      .map((change): TouchingChange => ({
        ...change,
        sentence: change.flag ? sentenceOfFlag(change.path, change.flag) : sentenceOfCommand(change.path),
        examples: examples.filter(({ command }) => uses(command, change)),
      })),
  }));
});

function uses(line: string, { path, flag }: Change): boolean {
  return parseLine(line, newest).some((part) =>
    flag === undefined
      ? part.kind === 'command' && part.tool === 'kubectl' && part.path === path
      : part.kind === 'flag' &&
        part.tool === 'kubectl' &&
        part.flag.long === flag &&
        (path === '' || part.path === path),
  );
}

/** A flag that the newest kubectl warns of: where, and in which words. */
export interface Deprecation {
  readonly flag: string;
  readonly why: string;
  readonly paths: readonly string[];
}

/** The flags that the newest kubectl warns of, each once. */
export function getDeprecations(): { version: string; flags: readonly Deprecation[] } {
  const byFlag = new Map<string, Deprecation>();
  for (const { path, flag = '', detail = '' } of deprecationsOf(file, newest.version)) {
    byFlag.set(flag, { flag, why: detail, paths: [...(byFlag.get(flag)?.paths ?? []), path] });
  }
  return { version: newest.version, flags: [...byFlag.values()] };
}
