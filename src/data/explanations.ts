import { parse } from 'yaml';
import source from '../../content/explanations.yaml?raw';
import placeholders from '../../content/placeholders.yaml?raw';
import { once } from '../lib/once.ts';
import { explain, type Row, type Words } from '../lib/kubectl/explain.ts';
import { explanationsSchema, type Reach } from '../lib/kubectl/explanations.ts';
import { grammarOf } from '../lib/kubectl/grammar.ts';
import { parseLine } from '../lib/kubectl/parse.ts';
import { reachOf } from '../lib/kubectl/reach.ts';
import { placeholdersSchema } from '../lib/schema.ts';
import type { Example } from './commands.ts';
import grammar from './kubectl-grammar.json' with { type: 'json' };

/** An example taken apart. */
export interface ExplainedExample {
  readonly rows: readonly Row[];
  readonly reach: Reach;
  /** `Change les objets nommés.` */
  readonly reachSentence: string;
  /** How to come back; absent when nothing changes. */
  readonly undo: string | undefined;
}

const newest = grammarOf(grammar);
const getWords = once((): Words => {
  const registry = placeholdersSchema.parse(parse(placeholders));
  const labels = Object.fromEntries(Object.entries(registry).map(([name, { label }]) => [name, label]));
  return { explanations: explanationsSchema.parse(parse(source)), grammar, labels };
});

/**
 * Takes an example apart: a sentence for each part of its line, how far it reaches and how to come back.
 * @throws Error naming the example when kubectl would refuse its line; a part without sentence is left to the content tests.
 */
export function explainExample({
  command,
  effect,
  reach: ownReach,
  undo: ownUndo,
  commandId,
  id,
}: Example): ExplainedExample {
  const words = getWords();
  try {
    const parts = parseLine(command, newest);
    const usual = reachOf(parts, words.explanations);
    // What only reads may still write a file here.
    const reach = ownReach ?? (effect === 'lecture' && usual.reach !== 'poste' ? 'rien' : usual.reach);
    const undo = ownUndo ?? (reach === 'rien' ? undefined : usual.undo);
    return { rows: explain(parts, words).rows, reach, reachSentence: words.explanations.reach[reach], undo };
  } catch (error) {
    throw new Error(`${commandId}#${id} : ${(error as Error).message}`, { cause: error });
  }
}

/** What a command of kubectl does, in a sentence: `sentenceOfCommand('rollout undo')`. */
export function sentenceOfCommand(path: string): string | undefined {
  return getWords().explanations.commands[path]?.does;
}

/** What a flag of a command does, in a sentence: `sentenceOfFlag('diff', 'show-secrets')`. */
export function sentenceOfFlag(path: string, flag: string): string | undefined {
  const { commands, flags } = getWords().explanations;
  return commands[path]?.flags[flag] ?? flags[flag];
}
