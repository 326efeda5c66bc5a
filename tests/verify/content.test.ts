import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minorOf } from '../../scripts/kubectl/versions.ts';
import {
  findProblems,
  isOnlyNamed,
  readMinikubeCommands,
  runCommands,
  runContent,
} from '../../scripts/verify/content.ts';
import { readRecord } from '../../scripts/verify/record.ts';
import { newestKubectl, skip } from './kubectl.ts';

test('the newest kubectl says of every command of the content what the record says', { skip }, async () => {
  const kubectl = await newestKubectl();
  const minor = minorOf(kubectl.version);
  const checked = await runContent(kubectl);
  assert.deepEqual(findProblems(checked, kubectl.version), []);

  const record = new Map((await readRecord()).commands.map((one) => [one.command, one]));
  const differ = checked.flatMap((one) => {
    const found = isOnlyNamed(one) ? 'named' : one.verdict.verdict;
    const kept = record.get(one.command);
    if (kept?.[found]?.includes(minor)) return [];
    return [
      `${one.file}:${one.line}: ${one.command}\n  is « ${found} » now: run « npm run verify » and commit the record`,
    ];
  });
  assert.deepEqual(differ, []);
});

test('every minikube line of the content is one that its command pages know', { skip }, async () => {
  const kubectl = await newestKubectl();
  const lines = await readMinikubeCommands();
  assert.ok(lines.length > 40, `${lines.length} lines`);
  assert.deepEqual(findProblems(await runCommands(kubectl, lines), kubectl.version), []);
});
