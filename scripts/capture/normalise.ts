import { makeRenamer } from './rename.ts';

/** What differs from one cluster to the next, and from one minute to the next, and what is shown instead. */
const VARIES: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '4f2c7b1e-0000-4000-8000-000000000000'],
  [/\bsha256:[0-9a-f]{64}\b/g, 'sha256:0f1e…'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'eyJhbGciOi…'],
  [/\b(containerd|docker|cri-o):\/\/[0-9a-f]{64}\b/g, '$1://0f1e…'],
  [/\b((?:resourceVersion|generation|observedGeneration): "?)\d+/g, '$11'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g, '2026-01-01T08:00:00Z'],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, 'Thu, 01 Jan 2026 08:00:00 +0000'],
  // A fingerprint of a certificate.
  [/\b[0-9a-f]{64}\b/g, '0f1e…'],
  // A port of the nodes that was drawn.
  [/(:|\b(?=\d{5}\/))(?:3[01]\d{3}|32[0-7]\d{2})(?=\/(?:TCP|UDP|SCTP)\b)/g, '$130080'],
  [/(https?:\/\/)(?:127\.0\.0\.1|localhost):\d+/g, '$1127.0.0.1:6443'],
  // Ages that are said in a sentence or in a cell: `1 (3d4h ago)`, `3m12s (x5 over 10m)`.
  [/\((\d+[smhdy]){1,2} ago\)/g, '(5m ago)'],
  [/\(x(\d+) over (?:\d+[smhdy]){1,2}\)/g, '(x$1 over 5m)'],
];
const AGE = /^(?:\d+[smhdy]){1,2}$|^<(?:invalid|unknown)>$/;
const AGES = /^(?:AGE|DURATION|LAST SEEN|LAST SCHEDULE|Age)$/;
/** kubectl parts its columns by three spaces, some commands by two; a heading may hold one. */
const HEADER = /^[A-Z][A-Z0-9()%-]*(?: [A-Z0-9()%-]+)*(?: {2,}[A-Z][A-Z0-9()%/-]*(?: [A-Z0-9()%-]+)*)+\s*$/;
const GAP = 3;

type Replace = (text: string) => string;

/** What a cluster answered, without its ages, hashes, addresses and dates; tables are laid out again around what is shown. */
export function normaliseCluster(text: string): string {
  const rename = makeRenamer();
  const replaceAll: Replace = (part) => rename(VARIES.reduce((left, [pattern, by]) => left.replace(pattern, by), part));
  const lines = text.split('\n');
  const shown: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!HEADER.test(line)) {
      shown.push(replaceAll(line));
      continue;
    }
    const end = lines.findIndex((one, index) => index > at && one.trim() === '');
    const last = end < 0 ? lines.length : end;
    shown.push(...layOut(lines.slice(at, last), replaceAll));
    at = last - 1;
  }
  return shown.join('\n').replaceAll(/ +$/gm, '').trimEnd();
}

/** A table with what varies replaced in its cells, and its columns as wide as they now need. */
function layOut(lines: readonly string[], replaceAll: Replace): string[] {
  const [header = ''] = lines;
  const gap = Math.min(GAP, ...[...header.trimEnd().matchAll(/ {2,}/g)].map(([spaces]) => spaces.length));
  const starts = [...header.matchAll(/(?:^|(?<= {2}))\S/g)].map(({ index }) => index);
  const cellsOf = (line: string): string[] =>
    starts.map((start, column) => line.slice(start, starts[column + 1]).trim());
  const titles = cellsOf(header);
  const rows = lines
    .slice(1)
    .map((line) =>
      cellsOf(line).map((cell, column) =>
        AGES.test(titles[column] ?? '') && AGE.test(cell) ? '5m' : replaceAll(cell),
      ),
    );
  const all = [titles, ...rows];
  const widths = titles.map((_, column) => Math.max(...all.map((cells) => (cells[column] ?? '').length)) + gap);
  return all.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(''));
}
