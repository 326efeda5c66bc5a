/** The hash of a template, the letters of a Pod: what is shown for the first that a text holds, for the second, and so on. */
const HASHES = ['5d8f7c9b6', '7c9d4b5f8', '68b4f9c7d', '9f5c6d8b4'];
const LETTERS = ['x2x7q', 'k8v4m', 'w9dtz', 'h5nbs', 'r7cqj', 'p2g6l', 'z4hw8', 'q6mtx'];

/** Kubernetes draws names without vowels and without what is read for another: k8s.io/apimachinery, `rand.String`. */
const DRAWN = /^(?=.*\d)[bcdfghjklmnpqrstvwxz2456789]{5}$/;
const HASH = /^[0-9a-f]{8,10}$/;

/**
 * Makes what gives the names and the addresses of one text others that do not vary. Two that differ still differ: three
 * Pods of a Deployment stay three.
 * @returns `boutique-6f9c8b7d54-abcde` → `boutique-5d8f7c9b6-x2x7q`, `10.244.1.17` → `10.0.0.1`
 */
export function makeRenamer(): (text: string) => string {
  const hashOf = inTurn((place) => HASHES[place % HASHES.length] ?? '');
  const lettersOf = inTurn((place) => LETTERS[place % LETTERS.length] ?? '');
  const networks = new Map<string, (address: string) => string>();
  const renameWord = (word: string): string => {
    const parts = word.split('-');
    const [last = '', before = ''] = parts.toReversed();
    if (HASH.test(before) && /^[a-z0-9]{5}$/.test(last))
      return [...parts.slice(0, -2), hashOf(before), lettersOf(last)].join('-');
    // A hash holds a digit, a word seldom does.
    if (last.length > 8 && HASH.test(last) && /\d/.test(last)) return [...parts.slice(0, -1), hashOf(last)].join('-');
    return parts.length > 1 && DRAWN.test(last) ? [...parts.slice(0, -1), lettersOf(last)].join('-') : word;
  };
  const renameAddress = (address: string, network: string): string => {
    const numberOf = networks.get(network) ?? inTurn((place) => String(place + 1));
    networks.set(network, numberOf);
    return `${network}.0.0.${numberOf(address)}`;
  };
  return (text) =>
    text
      .replaceAll(
        /\b(pod-template-hash[=:] ?)([0-9a-f]{8,10})\b/g,
        (_, label: string, hash: string) => label + hashOf(hash),
      )
      .replaceAll(/\b[a-z][a-z0-9]*(?:-[a-z0-9]+)+\b/g, renameWord)
      .replaceAll(/\b(10|172|192)\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, renameAddress);
}

/** What a key is given when it is first seen, by its place among the others. */
function inTurn(make: (place: number) => string): (key: string) => string {
  const seen = new Map<string, string>();
  return (key) => {
    const known = seen.get(key) ?? make(seen.size);
    seen.set(key, known);
    return known;
  };
}
