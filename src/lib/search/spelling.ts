/** The words a reader may have meant, with how many records hold each. */
export type Frequencies = ReadonlyMap<string, number>;

/**
 * The number of letters to add, drop, change or swap with the next to go from one word to the other
 * (Damerau–Levenshtein, optimal string alignment): `distance('rolback', 'rollback')` → 1.
 * Stops early, with `limit + 1`, when it is more than the limit.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** How many letters may be wrong in a word: none in a short one, where every letter counts. */
export function tolerance(word: string): number {
  if (/\d/.test(word) || word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

/** The letters of a word as bits: words that differ by more letters than may be wrong need no closer look. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let rest = bits;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

const letters = new WeakMap<Frequencies, Map<string, number>>();

/**
 * The known word nearest to one that is not known, or `undefined` when none is near enough.
 * Among equals: the same first letter, then the more frequent.
 */
export function correct(word: string, frequencies: Frequencies, limit = tolerance(word)): string | undefined {
  if (limit === 0) return undefined;
  const known = letters.get(frequencies) ?? new Map<string, number>();
  letters.set(frequencies, known);
  const own = lettersOf(word);
  let best: { word: string; cost: number } | undefined;
  for (const [candidate, count] of frequencies) {
    if (candidate.length < 3 || Math.abs(candidate.length - word.length) > limit) continue;
    const isSameStart = candidate.startsWith(word.charAt(0));
    if (!isSameStart && word.length < 6) continue;
    let bits = known.get(candidate);
    if (bits === undefined) known.set(candidate, (bits = lettersOf(candidate)));
    if (countBits(own ^ bits) > 2 * limit) continue;
    const steps = distance(word, candidate, limit);
    if (steps > limit) continue;
    const cost = steps + (isSameStart ? 0 : 0.5) + 0.4 / (1 + count);
    if (!best || cost < best.cost) best = { word: candidate, cost };
  }
  return best?.word;
}

/** The most frequent known words that begin with these letters, for a word that is still being typed. */
export function complete(start: string, frequencies: Frequencies, most = 6): string[] {
  if (start.length < 2) return [];
  return [...frequencies]
    .filter(([word]) => word.startsWith(start))
    .sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)
    .slice(0, most)
    .map(([word]) => word);
}
