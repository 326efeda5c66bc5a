/**
 * Asks the index of the built site every question of `questions.yaml`, beside plain Pagefind on the same examples, and
 * prints how often the right command comes first, by kind. Fails under the thresholds. `--misses` lists what went wrong.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { answer } from '../../src/lib/search/answer.ts';
import { SearchIndex } from '../../src/lib/search/search-index.ts';
import { askPlain } from './plain.ts';

interface Asked {
  question: string;
  kind: string;
  expect: string[];
}
/** Share of questions whose right command is first, in the first three, and that find nothing. */
const THRESHOLDS = { first: 0.92, three: 0.98, empty: 0 };

const questions = parse(await readFile(new URL('questions.yaml', import.meta.url), 'utf8')) as Asked[];
const index = await SearchIndex.open((name) =>
  readFile(new URL(`../../dist/_search/${name}`, import.meta.url), 'utf8'),
);
const plain = await askPlain(questions.map(({ question }) => question));
const toId = (address: string): string => address.replace(/^.*\/commandes\/([^/]+)\/#/, '$1#');
const rows: { asked: Asked; ours: number; plain: number; found: string[] }[] = [];
for (const [number, asked] of questions.entries()) {
  const isPageAsked = asked.expect.some((id) => id.startsWith('/'));
  const { results, isNearest } = await answer(index, asked.question);
  const found = results.filter(({ command }) => isPageAsked || command).map(({ address }) => toId(address));
  const rankOf = (list: string[]): number =>
    list.length === 0 ? -1 : list.findIndex((id) => asked.expect.includes(id)) + 1;
  rows.push({ asked, ours: isNearest ? -1 : rankOf(found), plain: rankOf((plain[number] ?? []).map(toId)), found });
}

const share = (list: typeof rows, key: 'ours' | 'plain', test: (rank: number) => boolean): number =>
  list.filter((row) => test(row[key])).length / list.length;
const isFirst = (rank: number): boolean => rank === 1;
const isInThree = (rank: number): boolean => rank >= 1 && rank <= 3;
const isEmpty = (rank: number): boolean => rank === -1;
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(8);
const line = (name: string, list: typeof rows): void => {
  const cells = (['ours', 'plain'] as const).flatMap((key) =>
    [isFirst, isInThree, isEmpty].map((test) => percent(share(list, key, test))),
  );
  console.log(name.padEnd(12) + String(list.length).padStart(5) + cells.join(''));
};
console.log(''.padEnd(17) + '   first   three   empty   | plain Pagefind: first, three, empty');
for (const kind of new Set(questions.map((asked) => asked.kind)))
  line(
    kind,
    rows.filter(({ asked }) => asked.kind === kind),
  );
line('all', rows);
if (process.argv.includes('--misses'))
  for (const { asked, ours, found } of rows)
    if (ours !== 1)
      console.log(`${ours} « ${asked.question} » ${asked.expect.join(' ')}\n     ${found.slice(0, 4).join('  ')}`);

const missed = [
  share(rows, 'ours', isFirst) < THRESHOLDS.first && `first < ${percent(THRESHOLDS.first)}`,
  share(rows, 'ours', isInThree) < THRESHOLDS.three && `in three < ${percent(THRESHOLDS.three)}`,
  share(rows, 'ours', isEmpty) > THRESHOLDS.empty && 'some questions find nothing',
].filter(Boolean);
if (missed.length > 0) {
  console.error(`Search is under its thresholds: ${missed.join(', ')}. List the misses with --misses.`);
  process.exitCode = 1;
}
