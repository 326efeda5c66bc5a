/** Where a token stands in a record, from what tells most to what tells least. */
export const PLACES = ['title', 'keyword', 'flag', 'command', 'name', 'asked', 'page', 'text', 'filter'] as const;
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

/** A phrase of readers that holds a token: its record, its number in the record, and how many tokens it has. */
export interface Asking {
  readonly record: number;
  readonly phrase: number;
  readonly size: number;
}

/** A capital tells the phrases of a record apart. */
export const MOST_PHRASES = 26;
/** A digit tells the size of a phrase; a longer one counts as one of this size. */
const MOST_TOKENS = 35;

/**
 * Writes askings in the order of their records: the step from the record before in base 36, nothing for 0, a capital
 * for the phrase, its size in one digit of base 36: the second phrase of record 3, of five tokens → `3B5`.
 */
export function packAskings(askings: readonly Asking[]): string {
  let last = 0;
  return [...askings]
    .sort((a, b) => a.record - b.record || a.phrase - b.phrase)
    .map(({ record, phrase, size }) => {
      const step = record - last;
      last = record;
      const letter = String.fromCharCode(FIRST_LETTER + phrase);
      return (step === 0 ? '' : step.toString(36)) + letter + Math.min(size, MOST_TOKENS).toString(36);
    })
    .join('');
}

/** Reads what `packAskings` wrote. */
export function unpackAskings(packed: string): Asking[] {
  let record = 0;
  return [...packed.matchAll(/([0-9a-z]*)([A-Z])([0-9a-z])/g)].map(([, step, letter = 'A', size = '1']) => {
    if (step) record += Number.parseInt(step, 36);
    return { record, phrase: letter.charCodeAt(0) - FIRST_LETTER, size: Number.parseInt(size, 36) };
  });
}

/** What one token leads to. */
export interface Entry {
  readonly postings: readonly Posting[];
  readonly askings: readonly Asking[];
}

/** One part of all that tokens lead to, sorted by token: `token postings askings` a line. */
export interface Shard {
  readonly first: string;
  readonly text: string;
}

/**
 * Cuts what all tokens lead to into parts of about `size` characters, so that a question downloads only the parts of
 * its own tokens however many examples there are.
 */
export function cutShards(entries: ReadonlyMap<string, Entry>, size: number): Shard[] {
  const shards: { first: string; lines: string[]; length: number }[] = [];
  for (const [token, { postings, askings }] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const line = `${token} ${packPostings(postings)} ${packAskings(askings)}`.trimEnd();
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
