/**
 * Brings a word to the one form in which it is indexed and asked: lower case, no accent, ligatures opened:
 * `fold('Nœuds')` → `'noeuds'`.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}

/** A word of a text: folded, with its place in the text as it was written. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `suis-je`, `y a-t-il`: what a question hangs on its verb. */
const PRONOUN = /(?<=\p{L}{2})-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|moi)$/u;

const WORD = /(?<![\p{L}\p{N}_-])--?[A-Za-z][A-Za-z0-9-]*|[\p{L}\p{N}\p{Mn}]+(?:[.-][\p{L}\p{N}\p{Mn}]+)*/gu;

/**
 * Cuts a text into words; a flag keeps its dashes and, when it is short, its case: `-A` is not `-a`.
 * `readWords("L’échelle --replicas=4")` → `l`, `echelle`, `--replicas`, `4`.
 */
export function readWords(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    text: /^-[A-Za-z]/.test(found) ? found : fold(found).replace(PRONOUN, ''),
    start: index,
    end: index + found.length,
  }));
}

/** The words of a text with a space between them: `joinWords("Pods d’un nœud ?")` → `'pods d un noeud'`. */
export function joinWords(text: string): string {
  return readWords(text)
    .map((word) => word.text)
    .join(' ');
}
