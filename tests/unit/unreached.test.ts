import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Run } from '../../scripts/verify/run.ts';
import { findUnreached } from '../../scripts/verify/unreached.ts';

/** A run in which these kubectl were called. */
const ran = (...calls: string[]): Run => ({
  calls: calls.map((call) => ({ args: call.split(' '), errors: '', status: 0 })),
  minikube: [],
  shellErrors: [],
  missingPrograms: [],
  requests: [],
  outside: [],
  config: undefined,
  output: '',
  isStuck: false,
});

test('what stands after « || », or after « else », is found when it was not run', () => {
  const first = ran('get ns dev');
  assert.deepEqual(findUnreached('kubectl get ns dev || kubectl create ns "dev" -l \'a=b\'', first), [
    'kubectl create ns "dev" -l \'a=b\'',
  ]);
  assert.deepEqual(
    findUnreached('kubectl get ns dev || { echo no; A=b kubectl create ns dev; kubectl get ns; }', first),
    ['kubectl create ns dev', 'kubectl get ns'],
  );
  assert.deepEqual(
    findUnreached('if kubectl get ns dev; then echo yes; else kubectl create ns dev; fi; kubectl get x', first),
    ['kubectl create ns dev'],
  );
});

test('what was run, or runs anyway, is not run again', () => {
  assert.deepEqual(findUnreached('kubectl get ns dev && kubectl get pods', ran('get ns dev', 'get pods')), []);
  assert.deepEqual(findUnreached('kubectl get pods || kubectl get svc', ran('get pods', 'get svc')), []);
  assert.deepEqual(findUnreached('kubectl diff -f a.yaml || true', ran('diff -f a.yaml')), []);
  assert.deepEqual(findUnreached('kubectl get ns || echo no; kubectl get pods', ran('get ns', 'get pods')), []);
});
