/** U+00A0, before a colon and inside « ». */
const NO_BREAK = '\u00a0';
/** U+202F, the narrow no-break space before `; ! ?`. */
const NARROW_NO_BREAK = '\u202f';

/**
 * Sets plain text by the rules of French typography, so that authors type ordinary keys:
 * `typeset("l'état : prêt ?")` → `l’état : prêt ?` with no-break spaces. Idempotent.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<=\p{L})'/gu, '’')
    .replace(/\.{3}/g, '…')
    .replace(/ (?=[:»](?:[\s)\]]|$|[^\S]))/g, NO_BREAK)
    .replace(/ (?=[;!?](?:[\s)»\]]|$))/g, NARROW_NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ »/g, `${NO_BREAK}»`);
}

/**
 * Where a text may be cut when a line is too narrow: at the humps of words of sixteen letters or more, as Kubernetes
 * names its errors. `cutLongWords('CrashLoopBackOff : non')` → `['Crash', 'Loop', 'Back', 'Off', ' : non']`.
 */
export function cutLongWords(text: string): string[] {
  return text
    .split(/(\p{L}{16,})/u)
    .flatMap((part, index) => (index % 2 === 1 ? part.split(/(?<=\p{Ll})(?=\p{Lu})/u) : [part]))
    .filter(Boolean);
}
