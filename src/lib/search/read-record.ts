import { isCommandLine, readCommandLine } from './command-line.ts';
import { fold, readWords } from './fold.ts';
import type { Language } from './language.ts';
import type { Place } from './postings.ts';
import type { ExampleRecord, SearchRecord, SectionRecord } from './records.ts';

/** A section is found by its title and its beginning; more would weigh on every reader's first search. */
const SECTION_TOKENS = 25;

/** The tokens of a record by where they stand, what tells most first. */
export type PlacedTokens = readonly (readonly [Place, readonly string[]])[];

/** Tells an example from a section. */
export const isExample = (record: SearchRecord): record is ExampleRecord => 'command' in record;

/** The token of a filter, which no word has: `filterToken('effet', 'lecture')` → `==effet:lecture`. */
export const filterToken = (name: string, value: string): string => `==${name}:${value}`;

/** Reads a record into tokens: the task of an example tells most, the words of its page least. */
export function readRecord(record: SearchRecord, language: Language): PlacedTokens {
  return isExample(record) ? readExample(record, language) : readSection(record, language);
}

function readExample(record: ExampleRecord, language: Language): PlacedTokens {
  const line = isCommandLine(record.command) ? record.command : `kubectl ${record.command}`;
  const { verbs, kinds, flags, values } = readCommandLine(line, language);
  const tokens = (words: readonly string[]): string[] => words.flatMap((word) => language.tokens(word));
  const isMain = record.order === 0;
  return [
    ['title', language.tokens(record.title)],
    ['keyword', tokens(record.keywords)],
    ['flag', flags],
    ['command', [...verbs, ...kinds, ...values]],
    [isMain ? 'name' : 'page', tokens(record.pageKeywords)],
    ['page', tokens(isMain ? [record.page, record.summary, ...record.objects] : [record.page])],
    ['filter', [filterToken('effet', record.effect), ...record.objects.map((object) => filterToken('objet', object))]],
  ];
}

function readSection(record: SectionRecord, language: Language): PlacedTokens {
  return [
    ['title', language.tokens(record.title)],
    ['keyword', record.keywords.flatMap((keyword) => language.tokens(keyword))],
    ['page', language.tokens(record.place)],
    ['text', language.tokens(record.text).slice(0, SECTION_TOKENS)],
  ];
}

/** The words of a record that its tokens come from, as they are written: what a question is corrected to. */
export function knownWords(record: SearchRecord, language: Language): string[] {
  const text = isExample(record)
    ? [
        record.title,
        ...record.keywords,
        ...record.pageKeywords,
        ...record.asked,
        withoutNames(record.command),
        record.page,
      ].join(' ')
    : [record.title, ...record.keywords, record.text.split(/\s+/).slice(0, SECTION_TOKENS).join(' ')].join(' ');
  const { flags, values } = isExample(record) ? readCommandLine(record.command, language) : { flags: [], values: [] };
  const words = readWords(text).flatMap(({ text: word, start, end }) => {
    const written = text.slice(start, end).toLowerCase();
    return isWord(word) && !language.isStopWord(word) ? [fold(written) === word ? written : word] : [];
  });
  const plain = values.filter((token) => !token.startsWith('cc')).map((token) => token.slice(0, -1));
  return [...words, ...plain, ...flags.map((token) => `--${token.slice(2, -1)}`)];
}

/** The beginning of a command without the names that are only examples: these would be taken for words of the site. */
function withoutNames(command: string): string {
  return command.split(/\s+/).slice(0, 3).join(' ').replace(/\/\S+/g, ' ').replace(/<\w+>/g, ' ');
}

const isWord = (word: string): boolean => !word.startsWith('-') && /^\p{L}[\p{L}\p{N}.-]+$/u.test(word);
