import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { splitLines } from '../../scripts/verify/lines.ts';
import { showProgress } from '../../scripts/verify/progress.ts';
import { fillPlaceholders, readPlaceholders } from '../../scripts/verify/placeholders.ts';
import type { Verdict } from '../../scripts/verify/verdict.ts';
import { verify } from '../../scripts/verify/verify.ts';
import { newestKubectl, skip } from './kubectl.ts';

/** Commands of several lines, which a file of lines can't hold. */
const blocks = parse(await readFile(new URL('several-lines.yaml', import.meta.url), 'utf8')) as Record<
  'right' | 'wrong',
  string[]
>;

async function judgeAll(name: 'right' | 'wrong'): Promise<(Verdict & { readonly line: string })[]> {
  const lines = [...splitLines(await readFile(new URL(`${name}.txt`, import.meta.url), 'utf8')), ...blocks[name]];
  const values = await readPlaceholders();
  const tasks = lines.map((line) => ({ lines: [fillPlaceholders(line, values)] }));
  const outcomes = await verify(tasks, await newestKubectl(), showProgress(`${name} lines`, tasks.length));
  return outcomes.flatMap(({ verdicts }, index) =>
    verdicts.map((verdict) => ({ line: lines[index] ?? '', ...verdict })),
  );
}

test('wrong commands are refused, and the message says why', { skip }, async () => {
  const judged = await judgeAll('wrong');
  assert.ok(judged.length >= 700);
  assert.deepEqual(
    judged.filter(({ verdict }) => verdict === 'ok').map(({ line }) => line),
    [],
  );
  assert.deepEqual(
    judged.filter(({ why }) => why.length < 15).map(({ line, why }) => `${line}: ${why}`),
    [],
  );
});

test('right commands are accepted', { skip }, async () => {
  const judged = await judgeAll('right');
  assert.ok(judged.length >= 600);
  assert.deepEqual(
    judged.filter(({ verdict }) => verdict === 'refused').map(({ line, why }) => `${line}: ${why}`),
    [],
  );
});
