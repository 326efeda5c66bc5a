import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { splitLines } from '../../scripts/verify/lines.ts';
import { showProgress } from '../../scripts/verify/progress.ts';
import { fillPlaceholders, readPlaceholders } from '../../scripts/verify/placeholders.ts';
import type { Verdict } from '../../scripts/verify/verdict.ts';
import { verify } from '../../scripts/verify/verify.ts';
import { newestKubectl, skip } from './kubectl.ts';

async function judgeAll(name: string): Promise<(Verdict & { readonly line: string })[]> {
  const lines = splitLines(await readFile(new URL(name, import.meta.url), 'utf8'));
  const values = await readPlaceholders();
  const tasks = lines.map((line) => ({ lines: [fillPlaceholders(line, values)] }));
  const outcomes = await verify(tasks, await newestKubectl(), undefined, showProgress(name, tasks.length));
  return outcomes.flatMap(({ verdicts }, index) =>
    verdicts.map((verdict) => ({ line: lines[index] ?? '', ...verdict })),
  );
}

test('wrong commands are refused, and the message says why', { skip }, async () => {
  const judged = await judgeAll('wrong.txt');
  assert.ok(judged.length >= 300);
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
  const judged = await judgeAll('right.txt');
  assert.ok(judged.length >= 350);
  assert.deepEqual(
    judged.filter(({ verdict }) => verdict === 'refused').map(({ line, why }) => `${line}: ${why}`),
    [],
  );
});
