/** What a value looks like: a regular expression of the whole value, and the sentence shown when it does not match. */
interface Pattern {
  readonly source: string;
  /** Ends the sentence «\u00a0On attend…\u00a0». */
  readonly expected: string;
}

const LABEL_WORD = '[A-Za-z0-9](?:[\\w.\\-]{0,61}[A-Za-z0-9])?';
const DNS_LABEL = '[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?';
const DNS_NAME = `${DNS_LABEL}(?:\\.${DNS_LABEL})*`;

/**
 * The shapes that `pattern` may name in content/placeholders.yaml.
 * Source: kubernetes.io/docs/concepts/overview/working-with-objects/names and …/labels.
 */
export const PATTERNS = {
  name: { source: DNS_NAME, expected: 'un nom en minuscules, avec chiffres, «\u00a0-\u00a0» et «\u00a0.\u00a0»' },
  'short-name': {
    source: DNS_LABEL,
    expected: 'un nom en minuscules, avec chiffres et «\u00a0-\u00a0», de 63 caractères au plus',
  },
  word: { source: '[^\\s\\/]+', expected: 'un nom sans espace ni «\u00a0/\u00a0»' },
  number: { source: '\\d+', expected: 'un nombre entier' },
  port: {
    source: '(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])',
    expected: 'un port, de 1 à 65535',
  },
  host: { source: `${DNS_NAME}(?::\\d+)?`, expected: 'un nom d’hôte, comme boutique.exemple.fr' },
  url: { source: 'https?:\\/\\/\\S+', expected: 'une adresse qui commence par https://' },
  image: {
    source: '(?:[\\w.\\-]+(?::\\d+)?\\/)?[a-z0-9._\\/\\-]+(?::[\\w.\\-]+)?(?:@sha256:[0-9a-f]{64})?',
    expected: 'une image et son étiquette, comme nginx:1.28',
  },
  'label-key': {
    source: `(?:${DNS_NAME}\\/)?${LABEL_WORD}`,
    expected: 'une clé, avec un préfixe facultatif, comme exemple.fr/version',
  },
  'label-value': { source: LABEL_WORD, expected: 'une valeur sans espace, de 63 caractères au plus' },
  'config-key': {
    source: '[\\w.\\-]+',
    expected: 'une clé de lettres, chiffres, «\u00a0-\u00a0», «\u00a0_\u00a0» et «\u00a0.\u00a0»',
  },
  'field-path': { source: '[\\w.\\[\\]*\\-]+', expected: 'un chemin, comme spec.replicas' },
  type: { source: '[a-z0-9.\\-]+', expected: 'un type d’objet, comme deployment' },
  variable: { source: '[A-Za-z_]\\w*', expected: 'un nom de variable\u00a0: lettres, chiffres et «\u00a0_\u00a0»' },
} as const satisfies Record<string, Pattern>;

/** A name of {@link PATTERNS}: `'port'`. */
export type PatternName = keyof typeof PATTERNS;

/** The names of {@link PATTERNS}, in its order. */
export const PATTERN_NAMES = Object.keys(PATTERNS) as [PatternName, ...PatternName[]];

/** Whether a whole value has a shape: `matches('8080', PATTERNS.port.source)` → true. */
export function matches(value: string, source: string): boolean {
  return new RegExp(`^(?:${source})$`, 'u').test(value);
}
