import { createHash } from 'node:crypto';
import { fold } from './fold.ts';
import { createLanguage, type Language } from './language.ts';
import { packWords } from './lexicon.ts';
import { cutShards, PLACES, type Asking, type Entry, type Place, type Posting } from './postings.ts';
import { isExample, knownWords, readRecord } from './read-record.ts';
import type { SearchRecord } from './records.ts';
import { BLOCK, type CoreFile, type StoredRecord, type Theme } from './search-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A part of the postings is about 1.5 KB once compressed: less would be more requests, more would be useless bytes. */
const SHARD_SIZE = 2500;

/**
 * Makes the files of the index of the records, by their names. It holds tokens, not text: a synonym, a plural or a
 * short name is resolved before it is asked, the same way here and in the field. Every part has a bounded size, so that
 * what a question downloads hardly grows with the site.
 */
export function buildSearchIndex(
  records: readonly SearchRecord[],
  vocabulary: Vocabulary,
  themes: readonly Theme[] = [],
): Map<string, string> {
  const language = createLanguage(vocabulary);
  const examples = records.filter(isExample);
  const blocks = [...cut(examples), ...cut(records.filter((record) => !isExample(record)))];
  const shards = cutShards(collectEntries(blocks, language), SHARD_SIZE);
  const { words, rare } = packWords(countWords(records, language));
  const parts: [name: string, text: string][] = [
    ...shards.map(({ text }, index): [string, string] => [`p${index}.txt`, text]),
    ...blocks.map((block, index): [string, string] => [`r${index}.json`, JSON.stringify(block.map(store))]),
    ...Object.entries(rare).map(([letter, list]): [string, string] => [`w${letter.codePointAt(0)}.txt`, list]),
  ];
  const hash = createHash('sha256');
  for (const [name, text] of parts) hash.update(name).update(text);
  const folder = hash.digest('hex').slice(0, 10);
  const core: CoreFile = {
    themes,
    vocabulary,
    size: examples.length,
    words,
    rare: Object.keys(rare),
    shards: shards.map(({ first }) => first),
    folder,
  };
  return new Map([
    ['index.json', JSON.stringify(core)],
    ...parts.map(([name, text]): [string, string] => [`${folder}/${name}`, text]),
  ]);
}

const cut = (records: readonly SearchRecord[]): SearchRecord[][] =>
  Array.from({ length: Math.ceil(records.length / BLOCK) }, (_, index) =>
    records.slice(index * BLOCK, (index + 1) * BLOCK),
  );

function collectEntries(blocks: readonly (readonly SearchRecord[])[], language: Language): Map<string, Entry> {
  const entries = new Map<string, { postings: Posting[]; askings: Asking[] }>();
  const entry = (token: string): { postings: Posting[]; askings: Asking[] } => {
    const known = entries.get(token) ?? { postings: [], askings: [] };
    entries.set(token, known);
    return known;
  };
  blocks.forEach((block, number) => {
    block.forEach((record, index) => {
      const at = number * BLOCK + index;
      for (const [token, place] of bestPlaces(record, language)) entry(token).postings.push({ record: at, place });
      if (isExample(record))
        record.asked.forEach((text, phrase) => {
          const tokens = new Set(language.tokens(text));
          for (const token of tokens) entry(token).askings.push({ record: at, phrase, size: tokens.size });
        });
    });
  });
  return entries;
}

/** Each token of a record, and the best place where it stands. */
function bestPlaces(record: SearchRecord, language: Language): Map<string, Place> {
  const best = new Map<string, Place>();
  for (const [place, tokens] of readRecord(record, language))
    for (const token of tokens) {
      const known = best.get(token);
      if (!known || PLACES.indexOf(place) < PLACES.indexOf(known)) best.set(token, place);
    }
  return best;
}

/** A word that is written with and without its accents is shown as it is most often. */
function countWords(records: readonly SearchRecord[], language: Language): Map<string, number> {
  const forms = new Map<string, Map<string, number>>();
  for (const record of records)
    for (const form of new Set(knownWords(record, language))) {
      const key = form.startsWith('-') ? form : fold(form);
      const counts = forms.get(key) ?? new Map<string, number>();
      forms.set(key, counts.set(form, (counts.get(form) ?? 0) + 1));
    }
  return new Map(
    [...forms.values()].map((counts) => {
      const [[form] = ['', 0]] = [...counts].sort((a, b) => b[1] - a[1]);
      return [form, [...counts.values()].reduce((sum, count) => sum + count, 0)];
    }),
  );
}

/** The first words of a section, cut at a word. */
const excerpt = (text: string): string => (text.length <= 90 ? text : `${text.slice(0, 90).replace(/\s\S*$/, '')}…`);

function store(record: SearchRecord): StoredRecord {
  const { address: a, title } = record;
  const keywords = record.keywords.length > 0 ? { keywords: record.keywords } : {};
  if (!isExample(record)) return { a, title, place: record.place, text: excerpt(record.text), ...keywords };
  const { theme: place, command, effect, order } = record;
  // What the page is called leads to its first example: the one that most people come for.
  const page = order === 0 && record.pageKeywords.length > 0 ? { page: record.pageKeywords } : {};
  return { a, title, place, command, effect, ...keywords, ...page, order };
}
