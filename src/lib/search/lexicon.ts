import { fold } from './fold.ts';
import { createLanguage } from './language.ts';
import type { Lexicon } from './question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many words travel with every search; the rarer ones wait in one file for each first letter. */
const MOST_WORDS = 2500;

/** The words of the site as they travel to the browser: counts in one string, which compresses best. */
export interface PackedWords {
  /** `cluster,déploiement 12`: each word as it is written and how many records hold it, when more than one. */
  readonly words: string;
  /** The rarer words by their first letter. */
  readonly rare: Readonly<Record<string, string>>;
}

/** `new Map([['pod', 12]])` → `{ words: 'pod 12', rare: {} }`. */
export function packWords(counts: ReadonlyMap<string, number>, most = MOST_WORDS): PackedWords {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const pack = (list: readonly (readonly [string, number])[]): string =>
    [...list]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([word, count]) => (count === 1 ? word : `${word} ${count}`))
      .join(',');
  const rare = Map.groupBy(sorted.slice(most), ([word]) => fold(word).charAt(0));
  return {
    words: pack(sorted.slice(0, most)),
    rare: Object.fromEntries([...rare].map(([letter, list]) => [letter, pack(list)])),
  };
}

/** Opens the words that the build wrote. */
export function openLexicon(vocabulary: Vocabulary, size: number, packed: string): Lexicon {
  const lexicon = {
    language: createLanguage(vocabulary),
    size,
    words: new Map<string, number>(),
    written: new Map<string, string>(),
    tokens: new Map<string, number>(),
  };
  addWords(lexicon, packed);
  for (const token of lexicon.language.concepts) if (!lexicon.tokens.has(token)) lexicon.tokens.set(token, 1);
  return lexicon;
}

/** Adds words to a lexicon. A token is as frequent as the most frequent word that it stands for. */
export function addWords({ language, words, written, tokens }: Lexicon, packed: string): void {
  if (packed === '') return;
  for (const entry of packed.split(',')) {
    const [form = '', times] = entry.split(' ');
    const word = form.startsWith('-') ? form : fold(form);
    const count = Number(times ?? 1);
    if (!form.startsWith('-')) words.set(word, count);
    if (form !== word) written.set(word, form);
    for (const token of language.tokens(word)) tokens.set(token, Math.max(count, tokens.get(token) ?? 0));
  }
}
