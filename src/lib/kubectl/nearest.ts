import { distance } from '../search/spelling.ts';

/** The known word that takes the fewest letters to change: `nearestWord('namespce', ['name', 'namespace'])` → `namespace`. */
export function nearestWord(word: string, known: readonly string[]): string {
  const limit = 50;
  return known.reduce(
    (best, name) => (distance(word, name, limit) < distance(word, best, limit) ? name : best),
    known[0] ?? '',
  );
}
