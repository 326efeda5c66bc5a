import { PLACES, type Place, type Posting } from './postings.ts';
import { filterToken } from './read-record.ts';
import type { Term } from './question.ts';
import type { SearchIndex } from './search-index.ts';

/** What the reader narrows the search to: `{ objet: 'pod', effet: 'lecture' }`. */
export type Filters = Readonly<Record<string, string>>;

/** A record that holds some of the terms, and how much it promises. */
export interface Found {
  readonly record: number;
  readonly terms: Map<Term, Place>;
  points: number;
}

/** How much each place promises, before the records themselves are read and ranked. */
const PROMISE: Readonly<Record<Place, number>> = {
  title: 1,
  keyword: 0.95,
  flag: 1,
  command: 0.88,
  name: 0.75,
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
  const isWanted = ({ record }: Posting): boolean => record < index.firstSection === (wanted === 'examples');
  const allowed = await readFilters(index, filters);
  const all = await Promise.all(
    terms.map(async (term) => ({ term, lists: await Promise.all(term.tokens.map((token) => index.postings(token))) })),
  );
  const found = new Map<number, Found>();
  for (const { term, lists } of all)
    for (const posting of lists.flat()) {
      const { record, place } = posting;
      if (!isWanted(posting) || allowed?.has(record) === false) continue;
      const known = found.get(record) ?? { record, terms: new Map<Term, Place>(), points: 0 };
      found.set(record, known);
      const before = known.terms.get(term);
      if (before && PLACES.indexOf(before) <= PLACES.indexOf(place)) continue;
      known.points += term.weight * (PROMISE[place] - (before ? PROMISE[before] : 0));
      known.terms.set(term, place);
    }
  // A filter alone is a question too: all that it keeps.
  if (terms.length === 0 && allowed)
    for (const record of allowed) found.set(record, { record, terms: new Map<Term, Place>(), points: 0 });
  return [...found.values()].sort((a, b) => b.points - a.points || a.record - b.record);
}

/** The records that all filters keep, or `undefined` when there is no filter. */
async function readFilters(index: SearchIndex, filters: Filters): Promise<Set<number> | undefined> {
  const lists = await Promise.all(
    Object.entries(filters).map(([name, value]) => index.postings(filterToken(name, value))),
  );
  const [first, ...others] = lists.map((list) => new Set(list.map(({ record }) => record)));
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
