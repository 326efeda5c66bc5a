import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from '../../src/lib/search/fold.ts';
import { readQuery } from '../../src/lib/search/query.ts';

test('folds accents, ligatures and both apostrophes', () => {
  assert.equal(fold('L’échelle des Nœuds'), 'l echelle des noeuds');
  assert.equal(fold("l'échelle"), fold('l’echelle'));
});

test('keeps a flag as one word and opens what joins a type and a name', () => {
  assert.equal(fold('--replicas=4 deployment/web'), '--replicas 4 deployment web');
});

test('reads the words that matter in a question', () => {
  assert.deepEqual(readQuery('Comment revenir en arrière ?'), ['revenir', 'arriere']);
  assert.deepEqual(readQuery('de la'), ['de', 'la']);
  assert.deepEqual(readQuery('  '), []);
});

test('reads any text without failing', () => {
  for (const text of ['<script>alert(1)</script>', '"\'`', '🙂\u0000\u200b', 'x'.repeat(5000), '??!…']) {
    assert.ok(readQuery(text).every((word) => !/[<>"'\s]/.test(word)));
  }
});
