import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLine } from '../../src/lib/manifest.ts';

const SOURCE = 'kind: Pod\nspec:\n  containers:\n    - name: a\n      image: b:1\n---\nkind: Job\n';

test('finds the line of a key, in a list and in a second document', () => {
  assert.equal(findLine(SOURCE, { doc: 0, path: 'spec.containers.0.image' }), 5);
  assert.equal(findLine(SOURCE, { doc: 1, path: 'kind' }), 7);
});

test('says which keys exist when a path does not', () => {
  assert.throws(() => findLine(SOURCE, { doc: 0, path: 'spec.volumes' }), /spec.*containers/);
  assert.throws(() => findLine(SOURCE, { doc: 4, path: 'kind' }), /2 document/);
});
