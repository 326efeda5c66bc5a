/** What differs from one cluster to the next, and from one minute to the next, and what is shown instead. */
const VARIES: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '4f2c7b1e-0000-4000-8000-000000000000'],
  [/sha256:[0-9a-f]{64}/g, 'sha256:0f1e…'],
  // A Pod of a Deployment: the hash of its template, then its own letters.
  [/\b([a-z][a-z0-9-]*)-[0-9a-f]{8,10}-[a-z0-9]{5}\b/g, '$1-5d8f7c9b6-x2x7q'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '2026-01-01T08:00:00Z'],
  [/\b(10|172|192)\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, '$1.0.0.1'],
];
/** An age in a column: two spaces before it, as many letters after. */
const AGE = /(?<= {2})(?:\d+[smhdy]){1,2}(?= |$)/gm;

/** What a cluster answered, without its ages, hashes, addresses and dates; columns stay where they are. */
export function normaliseCluster(text: string): string {
  const shown = VARIES.reduce((left, [pattern, by]) => left.replace(pattern, by), text);
  return shown
    .replace(AGE, (age) => '5m'.padEnd(age.length))
    .replaceAll(/ +$/gm, '')
    .trimEnd();
}
