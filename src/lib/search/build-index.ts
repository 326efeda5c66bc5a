import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { isCommandLine, readCommandLine } from './command-line.ts';
import { readWords } from './fold.ts';
import { createLanguage, type Language } from './language.ts';
import { packCounts, SECTION_PREFIX, type LexiconFile } from './lexicon.ts';
import type { ExampleRecord, SearchRecord, SectionRecord } from './records.ts';
import type { Vocabulary } from './vocabulary.ts';
import { writeIndex } from './write-index.ts';

/** A section is found by its title and its beginning; more would weigh on every reader's first search. */
const SECTION_TOKENS = 25;

type Weighted = readonly [weight: number, tokens: readonly string[]];

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function toDocument(
  shown: Record<string, string | undefined>,
  filters: readonly string[],
  body: readonly Weighted[],
): string {
  const attribute = (name: string, value: string): string =>
    `<i data-pagefind-meta="${name}[data-value]" data-value="${escapeHtml(value)}"></i>`;
  const meta = Object.entries(shown).map(([name, value]) => (value ? attribute(name, value) : ''));
  const filter = filters.map((value) => `<i data-pagefind-filter="${escapeHtml(value)}"></i>`);
  const text = body.map(([weight, tokens]) => `<p data-pagefind-weight="${weight}">${tokens.join(' ')}</p>`);
  return `<html><body data-pagefind-body>${meta.join('')}${filter.join('')}${text.join('')}</body></html>`;
}

/** The tokens of an example by where they stand: the task tells most, the words of its page least. */
function exampleTokens(record: ExampleRecord, language: Language): Weighted[] {
  const line = isCommandLine(record.command) ? record.command : `kubectl ${record.command}`;
  const { verbs, kinds, flags, values } = readCommandLine(line, language);
  const isMain = record.order === 0;
  return [
    [8, language.tokens(record.title)],
    [6, record.keywords.flatMap((keyword) => language.tokens(keyword))],
    [6, [...verbs, ...kinds]],
    [4, [...flags, ...values]],
    [isMain ? 5 : 1, record.pageKeywords.flatMap((keyword) => language.tokens(keyword))],
    [1, language.tokens(isMain ? `${record.page} ${record.summary} ${record.objects.join(' ')}` : record.page)],
  ];
}

const sectionTokens = (record: SectionRecord, language: Language): Weighted[] =>
  (
    [
      [6, language.tokens(`${record.title} ${record.keywords.join(' ')}`)],
      [2, language.tokens(record.place)],
      [0.5, language.tokens(record.text).slice(0, SECTION_TOKENS)],
    ] as const
  ).map(([weight, tokens]) => [weight, tokens.map((token) => SECTION_PREFIX + token)]);

/** The first words of a section, cut at a word. */
const excerpt = (text: string): string => (text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s\S*$/, '')}…`);

const isExample = (record: SearchRecord): record is ExampleRecord => 'command' in record;

/**
 * Writes the Pagefind index of the records and, beside it, `lexique.json`: the words that the site knows.
 * Pagefind holds tokens, not text: a synonym, a plural or a short name is resolved before it is asked, the same way
 * here and in the field.
 * @param output the folder to write, emptied first
 * @throws Error with Pagefind's own words when it refuses a record
 */
export async function buildSearchIndex(
  records: readonly SearchRecord[],
  vocabulary: Vocabulary,
  output: string,
): Promise<void> {
  const language = createLanguage(vocabulary);
  const words = new Map<string, number>();
  await rm(output, { recursive: true, force: true });
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  for (const record of records) {
    const body = isExample(record) ? exampleTokens(record, language) : sectionTokens(record, language);
    const content = isExample(record)
      ? toDocument(
          {
            title: record.title,
            command: record.command,
            effect: record.effect,
            place: record.theme,
            keywords: record.keywords.join('|'),
            // What the page is called leads to its first example: the one that most people come for.
            page: record.order === 0 ? record.pageKeywords.join('|') : undefined,
            order: String(record.order),
          },
          [`effet:${record.effect}`, ...record.objects.map((object) => `objet:${object}`)],
          body,
        )
      : toDocument(
          {
            title: record.title,
            place: record.place,
            excerpt: excerpt(record.text),
            keywords: record.keywords.join('|'),
          },
          [],
          body,
        );
    const added = await index.addHTMLFile({ url: record.address, content });
    if (added.errors.length > 0) throw new Error(`${record.address}: ${added.errors.join('; ')}`);
    count(words, knownWords(record, language));
  }
  await writeIndex(index, output);
  await pagefind.close();
  const lexicon: LexiconFile = {
    vocabulary,
    size: records.filter(isExample).length,
    words: packCounts(words),
  };
  await writeFile(join(output, 'lexique.json'), JSON.stringify(lexicon));
}

/** The words of a record that its tokens come from: what a question is corrected to. */
function knownWords(record: SearchRecord, language: Language): string[] {
  const text = isExample(record)
    ? [record.title, ...record.keywords, ...record.pageKeywords, withoutNames(record.command), record.page].join(' ')
    : [record.title, ...record.keywords, record.text.split(/\s+/).slice(0, SECTION_TOKENS).join(' ')].join(' ');
  const { flags, values } = isExample(record) ? readCommandLine(record.command, language) : { flags: [], values: [] };
  const words = readWords(text).flatMap(({ text: word }) => (isWord(word) && !language.isStopWord(word) ? word : []));
  const plain = values.filter((token) => !token.startsWith('cc')).map((token) => token.slice(0, -1));
  return [...words, ...plain, ...flags.map((token) => `--${token.slice(2, -1)}`)];
}

/** The beginning of a command without the names that are only examples: these would be taken for words of the site. */
function withoutNames(command: string): string {
  return command.split(/\s+/).slice(0, 3).join(' ').replace(/\/\S+/g, ' ').replace(/<\w+>/g, ' ');
}

const isWord = (word: string): boolean => !word.startsWith('-') && /^\p{L}[\p{L}\p{N}.-]+$/u.test(word);

function count(counts: Map<string, number>, found: readonly string[]): void {
  for (const one of new Set(found)) counts.set(one, (counts.get(one) ?? 0) + 1);
}
