/** How many letters must be added, removed, changed or swapped to go from one word to another. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}

/**
 * The known word that a wrong one was most likely meant to be: `nearest('replica', ['replicas', 'paused'])` is `'replicas'`.
 * @returns undefined when none is near: more than a third of the letters differ
 */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wrong.length / 3)) + 0.5;
  for (const word of known) {
    if (word === wrong) continue;
    const cost = word.toLowerCase() === wrong.toLowerCase() ? 0 : distance(wrong.toLowerCase(), word.toLowerCase());
    if (cost < least) {
      best = word;
      least = cost;
    }
  }
  return best;
}
