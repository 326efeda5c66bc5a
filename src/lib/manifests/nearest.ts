import { distance } from '../search/spelling.ts';

/**
 * The known word that a wrong one was most likely meant to be: `nearest('replica', ['replicas', 'paused'])` is `'replicas'`.
 * @returns undefined when none is near: more than a third of the letters differ
 */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const low = wrong.toLowerCase();
  const limit = Math.max(1, Math.floor(wrong.length / 3));
  let best: { word: string; cost: number } | undefined;
  for (const word of known) {
    const cost = distance(low, word.toLowerCase(), limit);
    if (word !== wrong && cost <= limit && (!best || cost < best.cost)) best = { word, cost };
  }
  return best?.word;
}
