import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOutputs } from '../../scripts/capture/outputs.ts';
import { readContentExamples } from '../../scripts/verify/extract.ts';

const FIX = 'run « npm run capture » (with KUBECONFIG set for « output: cluster ») and commit src/data/outputs.json';

test('an example shows an output only if it was captured, and from where it says', async () => {
  const kept = new Map((await readOutputs()).map((one) => [one.command, one.source]));
  const typed = (await readContentExamples())
    .filter(({ command, output }) => output !== undefined && kept.get(command) !== output)
    .map(({ file, line, output }) => `${file}:${line}: « output: ${output} » was never captured: ${FIX}`);
  assert.deepEqual(typed, []);
});

test('no output is kept that no example shows', async () => {
  const shown = new Set((await readContentExamples()).filter(({ output }) => output).map(({ command }) => command));
  const stale = (await readOutputs()).filter(({ command }) => !shown.has(command)).map(({ command }) => command);
  assert.deepEqual(stale, [], `src/data/outputs.json: ${FIX}`);
});
