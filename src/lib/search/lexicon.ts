import { createLanguage } from './language.ts';
import type { Lexicon } from './question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Put before the tokens of a section: examples and sections live in one index and are asked apart. */
export const SECTION_PREFIX = 'zz';

/** The lexicon as it travels to the browser, beside the index: counts in one string, which compresses best. */
export interface LexiconFile {
  readonly vocabulary: Vocabulary;
  /** How many examples there are. */
  readonly size: number;
  /** `cluster,pod 12`: each word and how many records hold it, when more than one. */
  readonly words: string;
}

/** `new Map([['pod', 12]])` → `'pod 12'`, in alphabetical order. */
export function packCounts(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, count]) => (count === 1 ? word : `${word} ${count}`))
    .join(',');
}

const unpackCounts = (packed: string): Map<string, number> =>
  new Map(
    packed.split(',').map((entry) => {
      const [word = '', count] = entry.split(' ');
      return [word, Number(count ?? 1)];
    }),
  );

/** Opens the lexicon that the build wrote. A token is as frequent as the most frequent word that it stands for. */
export function openLexicon(file: LexiconFile): Lexicon {
  const language = createLanguage(file.vocabulary);
  const words = unpackCounts(file.words);
  const tokens = new Map<string, number>();
  for (const [word, count] of words)
    for (const token of language.tokens(word)) tokens.set(token, Math.max(count, tokens.get(token) ?? 0));
  for (const token of language.concepts) if (!tokens.has(token)) tokens.set(token, 1);
  const spelled = new Map([...words].filter(([word]) => !word.startsWith('-')));
  return { language, size: file.size, words: spelled, tokens };
}
