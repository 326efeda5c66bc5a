/** Where a token stands in a record, from what tells most to what tells least. */
export const PLACES = ['title', 'keyword', 'flag', 'command', 'name', 'page', 'text', 'filter'] as const;
export type Place = (typeof PLACES)[number];

/** A record that holds a token, by its number, and the best place where it does. */
export interface Posting {
  readonly record: number;
  readonly place: Place;
}

const FIRST_LETTER = 'A'.charCodeAt(0);

/**
 * Writes postings in the order of their records: a capital for the place, then the step from the record before in base
 * 36, nothing for 1: records 0 and 1 by their titles, 40 by its page → `AAF13`. Such text compresses best.
 */
export function packPostings(postings: readonly Posting[]): string {
  let last = -1;
  return [...postings]
    .sort((a, b) => a.record - b.record)
    .map(({ record, place }) => {
      const step = record - last;
      last = record;
      return String.fromCharCode(FIRST_LETTER + PLACES.indexOf(place)) + (step === 1 ? '' : step.toString(36));
    })
    .join('');
}

/** Reads what `packPostings` wrote. */
export function unpackPostings(packed: string): Posting[] {
  let record = -1;
  return [...packed.matchAll(/([A-Z])([0-9a-z]*)/g)].map(([, letter = '', step]) => {
    record += step ? Number.parseInt(step, 36) : 1;
    return { record, place: PLACES[letter.charCodeAt(0) - FIRST_LETTER] ?? 'text' };
  });
}

/** One part of all postings, sorted by token: `token packed` a line. */
export interface Shard {
  readonly first: string;
  readonly text: string;
}

/**
 * Cuts the postings of all tokens into parts of about `size` characters, so that a question downloads only the parts of
 * its own tokens however many examples there are.
 */
export function cutShards(postings: ReadonlyMap<string, readonly Posting[]>, size: number): Shard[] {
  const shards: { first: string; lines: string[]; length: number }[] = [];
  for (const [token, list] of [...postings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const line = `${token} ${packPostings(list)}`;
    const last = shards.at(-1);
    if (last && last.length + line.length < size) {
      last.lines.push(line);
      last.length += line.length;
    } else shards.push({ first: token, lines: [line], length: line.length });
  }
  return shards.map(({ first, lines }) => ({ first, text: lines.join('\n') }));
}

/** The number of the part that would hold a token, or -1. */
export function findShard(firsts: readonly string[], token: string): number {
  return firsts.findLastIndex((first) => first <= token);
}
