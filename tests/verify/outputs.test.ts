import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseCluster } from '../../scripts/capture/normalise.ts';
import { captureLocal, readOutputs } from '../../scripts/capture/outputs.ts';
import { newestKubectl, skip } from './kubectl.ts';

test('the outputs that need no cluster are still what kubectl prints', { skip }, async () => {
  const kept = (await readOutputs()).filter(({ source }) => source === 'local');
  const now = await captureLocal(await newestKubectl());
  const order = (a: { command: string }, b: { command: string }): number => (a.command < b.command ? -1 : 1);
  assert.deepEqual(now.sort(order), kept, 'run « npm run capture » and commit src/data/outputs.json');
});

test('what a cluster answered is shown without its ages, hashes and addresses, in its columns', () => {
  const text = `NAME                       READY   STATUS    AGE     IP
boutique-6f9c8b7d54-abcde  1/1     Running   3d4h    10.244.1.17
base-0                     1/1     Running   12m     10.244.1.18   \n`;
  assert.equal(
    normaliseCluster(text),
    `NAME                       READY   STATUS    AGE     IP
boutique-5d8f7c9b6-x2x7q  1/1     Running   5m      10.0.0.1
base-0                     1/1     Running   5m      10.0.0.1`,
  );
});
