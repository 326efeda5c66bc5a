import { findRecords, takeNear, type Filters } from './find.ts';
import type { Language } from './language.ts';
import type { Place } from './postings.ts';
import { readQuestion, type Lexicon, type Question, type Term } from './question.ts';
import { rank } from './rank.ts';
import type { Candidate } from './reading.ts';
import { BLOCK, type SearchIndex } from './search-index.ts';
import { correct } from './spelling.ts';

/** An example or a section, as it is shown. */
export interface Result {
  readonly address: string;
  readonly title: string;
  readonly place: string;
  readonly command?: string;
  readonly effect?: string;
  readonly excerpt?: string;
  /** The words that a section is called by. */
  readonly names?: string;
}

/** The answer to a question. */
export interface Answer {
  readonly results: readonly Result[];
  readonly question: Question;
  /** Whether these are only the nearest: nothing holds what was asked. */
  readonly isNearest: boolean;
}

/** How many examples are read and ranked, from how many files, how many are shown, and how many sections after them. */
const RANKED = 24;
const RANKED_BLOCKS = 8;
/** The same while the last word is still being typed: what it leads to will hardly be read. */
const GLIMPSED_BLOCKS = 3;
const SHOWN = 12;
const SECTIONS = 4;

/**
 * The answer to a question: examples, best first, then sections. An empty question without filter has no result.
 * @param isAsTyped leaves misspelt words as they are
 * @throws Error when a part of the index cannot be read
 */
export async function answer(
  index: SearchIndex,
  text: string,
  filters: Filters = {},
  isAsTyped = false,
): Promise<Answer> {
  await index.learn(text);
  const question = readQuestion(text, index.lexicon, isAsTyped);
  const isFiltered = Object.keys(filters).length > 0;
  const isEmpty = text.trim() === '';
  if (isEmpty && !isFiltered) return { results: [], question, isNearest: false };
  const hasSections = !isFiltered && !question.isCommand;
  const [examples, likely] = await Promise.all([
    question.terms.length > 0 || isEmpty ? findExamples(index, question, filters) : [],
    hasSections && question.isWhole ? findSections(index, question.terms) : [],
  ]);
  // While a word is still being typed, its sections would be downloaded for nothing.
  const sections = hasSections && examples.length === 0 ? await findSections(index, question.terms) : likely;
  if (examples.length + sections.length > 0)
    return { results: order(examples, sections, question, index.lexicon.language), question, isNearest: false };
  return { results: await findExamples(index, nearest(text, index.lexicon), filters), question, isNearest: true };
}

async function findExamples(index: SearchIndex, question: Question, filters: Filters): Promise<Result[]> {
  const blocks = question.isWhole ? RANKED_BLOCKS : GLIMPSED_BLOCKS;
  const found = takeNear(await findRecords(index, question.terms, filters, 'examples'), RANKED, BLOCK, blocks);
  const records = await index.records(found.map(({ record }) => record));
  const candidates = records.map(
    ({ a, title, place, command = '', effect = '', keywords = [], page = [], order = 0 }, at): Candidate & Result => ({
      address: a,
      title,
      place,
      command,
      effect,
      keywords,
      pageKeywords: page,
      order,
      names: [title, ...keywords, ...page, command].join(' '),
      found: found[at]?.terms ?? new Map<Term, Place>(),
      phrases: [...(found[at]?.phrases.values() ?? [])],
    }),
  );
  return rank(candidates, question, index.lexicon).slice(0, SHOWN);
}

async function findSections(index: SearchIndex, terms: readonly Term[]): Promise<Result[]> {
  const words = terms.filter(({ isFlag }) => !isFlag);
  if (words.length === 0) return [];
  const found = (await findRecords(index, words, {}, 'sections')).slice(0, SECTIONS);
  const records = await index.records(found.map(({ record }) => record));
  return records.map(({ a, title, place, text = '', keywords = [] }) => ({
    address: a,
    title,
    place,
    excerpt: text,
    names: [title, ...keywords].join(' '),
  }));
}

/** The reader came for a line to run: examples first; but a page whose title is what was asked, a symptom say, leads. */
function order(
  examples: readonly Result[],
  sections: readonly Result[],
  question: Question,
  language: Language,
): Result[] {
  const sum = (terms: readonly Term[]): number => terms.reduce((total, { weight }) => total + weight, 0);
  const share = (text: string): number => {
    const held = new Set(language.tokens(text));
    return (
      sum(question.terms.filter(({ tokens }) => tokens.some((token) => held.has(token)))) / (sum(question.terms) || 1)
    );
  };
  const best = examples.slice(0, 3);
  const leads = ({ title, names = title }: Result): boolean =>
    names !== title &&
    ((share(title) === 1 &&
      best.every((example) => share(example.title) < 1 && !isVerb(example, question, language))) ||
      share(names) > Math.max(0.6, ...best.map((example) => share(example.names ?? '') + 0.01)));
  const named = sections.filter(leads).slice(0, 1);
  return [...named, ...examples, ...sections.filter((section) => !named.includes(section))];
}

/** Whether the question names the command itself. */
function isVerb({ command = '' }: Result, { terms }: Question, language: Language): boolean {
  const words = language.tokens(command);
  return terms.every(({ tokens }) => tokens.some((token) => words.includes(token)));
}

/** The question nearest to one that says nothing here: its longest word, mended with more patience; else, listing. */
function nearest(text: string, lexicon: Lexicon): Question {
  const words = lexicon.language.read(text.slice(0, 200)).map((idea) => idea.text);
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '').slice(0, 24);
  const word = correct(longest, lexicon.words, Math.ceil(longest.length / 2)) ?? 'pods';
  return readQuestion(word, lexicon);
}
