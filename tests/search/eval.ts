/**
 * Asks the index of the built site every question of `questions.yaml`, by kind, and of `unseen.yaml`, which nobody
 * prepared, beside plain Pagefind on the same examples. Prints how often the right command comes first, and fails under
 * the thresholds. `--misses` lists what went wrong in the first file; the other is not to be mended from.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { readExamples } from '../../src/lib/search/records.ts';
import { answer } from '../../src/lib/search/answer.ts';
import { SearchIndex } from '../../src/lib/search/search-index.ts';
import { askPlain } from './plain.ts';

interface Asked {
  question: string;
  kind: string;
  /** The examples, or the pages, that answer. */
  expect?: string[];
  /** What the command that answers looks like. */
  accept?: RegExp;
}
/** Share of questions whose right command is first, in the first three, and that find nothing. */
const THRESHOLDS = {
  prepared: { first: 0.92, three: 0.98, empty: 0 },
  unseen: { first: 0.83, three: 0.94, empty: 0 },
};

const read = async <T>(file: string): Promise<T[]> =>
  parse(await readFile(new URL(file, import.meta.url), 'utf8')) as T[];
const questions: Asked[] = [
  ...(await read<Asked>('questions.yaml')),
  ...(await read<{ question: string; accept: string }>('unseen.yaml')).map(({ question, accept }): Asked => ({
    question,
    kind: 'unseen',
    accept: new RegExp(accept),
  })),
];
const index = await SearchIndex.open((name) =>
  readFile(new URL(`../../dist/_search/${name}`, import.meta.url), 'utf8'),
);
const plain = await askPlain(questions.map(({ question }) => question));
const toId = (address: string): string => address.replace(/^.*\/commandes\/([^/]+)\/#/, '$1#');
const commands = new Map((await readExamples('dist')).map(({ address, command }) => [toId(address), command]));
const answers = ({ expect, accept }: Asked, id: string): boolean =>
  accept ? accept.test(commands.get(id) ?? '') : (expect?.includes(id) ?? false);
const rows: { asked: Asked; ours: number; plain: number; found: string[] }[] = [];
for (const [number, asked] of questions.entries()) {
  const isPageAsked = asked.expect?.some((id) => id.startsWith('/')) === true;
  const { results, isNearest } = await answer(index, asked.question);
  const found = results.filter(({ command }) => isPageAsked || command).map(({ address }) => toId(address));
  const rankOf = (list: string[]): number => (list.length === 0 ? -1 : list.findIndex((id) => answers(asked, id)) + 1);
  rows.push({ asked, ours: isNearest ? -1 : rankOf(found), plain: rankOf((plain[number] ?? []).map(toId)), found });
}
const prepared = rows.filter(({ asked }) => asked.expect);
const unseen = rows.filter(({ asked }) => asked.accept);

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
for (const [kind, list] of Map.groupBy(rows, ({ asked }) => asked.kind)) line(kind, list);
line('prepared', prepared);
if (process.argv.includes('--misses'))
  for (const { asked, ours, found } of prepared)
    if (ours !== 1)
      console.log(
        `${ours} « ${asked.question} » ${asked.expect?.join(' ') ?? ''}\n     ${found.slice(0, 4).join('  ')}`,
      );

const missed = (
  [
    ['prepared', prepared],
    ['unseen', unseen],
  ] as const
).flatMap(([name, list]) => {
  const { first, three, empty } = THRESHOLDS[name];
  return [
    share(list, 'ours', isFirst) < first && `${name}: first < ${percent(first)}`,
    share(list, 'ours', isInThree) < three && `${name}: in three < ${percent(three)}`,
    share(list, 'ours', isEmpty) > empty && `${name}: some questions find nothing`,
  ].filter(Boolean);
});
if (missed.length > 0) {
  console.error(`Search is under its thresholds: ${missed.join(', ')}. List the misses with --misses.`);
  process.exitCode = 1;
}
