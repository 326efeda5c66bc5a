import { PLACES, type Place } from './postings.ts';
import { filterToken } from './read-record.ts';
import type { Term } from './question.ts';
import type { AskedPhrase } from './reading.ts';
import type { SearchIndex } from './search-index.ts';

/** What the reader narrows the search to: `{ objet: 'pod', effet: 'lecture' }`. */
export type Filters = Readonly<Record<string, string>>;

/** A record that holds some of the terms, and how much it promises. */
export interface Found {
  readonly record: number;
  readonly terms: Map<Term, Place>;
  /** The phrases of readers that hold some of the terms, by their number. */
  readonly phrases: Map<number, AskedPhrase>;
  points: number;
}

const newFound = (record: number): Found => ({ record, terms: new Map(), phrases: new Map(), points: 0 });

/** How much each place promises, before the records themselves are read and ranked. */
const PROMISE: Readonly<Record<Place, number>> = {
  title: 1,
  keyword: 0.95,
  flag: 1,
  command: 0.88,
  name: 0.75,
  asked: 0.6,
  page: 0.35,
  text: 0.3,
  filter: 0,
};

/**
 * The records that hold the terms, the most promising first: examples, or sections.
 * @throws Error when a part of the index cannot be read
 */
export async function findRecords(
  index: SearchIndex,
  terms: readonly Term[],
  filters: Filters,
  wanted: 'examples' | 'sections',
): Promise<Found[]> {
  const isWanted = (record: number): boolean =>
    record < index.firstSection === (wanted === 'examples') && allowed?.has(record) !== false;
  const allowed = await readFilters(index, filters);
  const all = await Promise.all(
    terms.map(async (term) => ({ term, entries: await Promise.all(term.tokens.map((token) => index.entry(token))) })),
  );
  const found = new Map<number, Found>();
  const find = (record: number): Found => {
    const known = found.get(record) ?? newFound(record);
    found.set(record, known);
    return known;
  };
  for (const { term, entries } of all)
    for (const { postings, askings } of entries) {
      for (const { record, place } of postings) if (isWanted(record)) note(find(record), term, place);
      for (const { record, phrase, size } of askings) {
        if (!isWanted(record)) continue;
        const one = find(record);
        note(one, term, 'asked');
        const asked = one.phrases.get(phrase) ?? { size, terms: new Set<Term>() };
        asked.terms.add(term);
        one.phrases.set(phrase, asked);
      }
    }
  // A filter alone is a question too: all that it keeps.
  if (terms.length === 0 && allowed) for (const record of allowed) find(record);
  return [...found.values()].sort((a, b) => b.points - a.points || a.record - b.record);
}

/** Notes that a record holds a term at a place, when it is the best one so far. */
function note(found: Found, term: Term, place: Place): void {
  const before = found.terms.get(term);
  if (before && PLACES.indexOf(before) <= PLACES.indexOf(place)) return;
  found.points += term.weight * (PROMISE[place] - (before ? PROMISE[before] : 0));
  found.terms.set(term, place);
}

/** The records that all filters keep, or `undefined` when there is no filter. */
async function readFilters(index: SearchIndex, filters: Filters): Promise<Set<number> | undefined> {
  const entries = await Promise.all(
    Object.entries(filters).map(([name, value]) => index.entry(filterToken(name, value))),
  );
  const [first, ...others] = entries.map(({ postings }) => new Set(postings.map(({ record }) => record)));
  return first && new Set([...first].filter((record) => others.every((other) => other.has(record))));
}

/**
 * The best of these whose records lie in few files: with a large site, every file more is a download more, and what
 * promises less is rarely worth it.
 */
export function takeNear(found: readonly Found[], most: number, blockSize: number, mostBlocks: number): Found[] {
  const blocks = new Set<number>();
  const taken: Found[] = [];
  for (const one of found) {
    if (taken.length === most) break;
    const block = Math.floor(one.record / blockSize);
    if (!blocks.has(block) && blocks.size === mostBlocks) continue;
    blocks.add(block);
    taken.push(one);
  }
  return taken;
}
