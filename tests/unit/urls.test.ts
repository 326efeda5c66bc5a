import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleAddress, withBase } from '../../src/lib/urls.ts';

test('puts the base path before addresses of the site only', () => {
  assert.equal(withBase('/objets/pod/', '/'), '/objets/pod/');
  assert.equal(withBase('/objets/pod/', '/notes/'), '/notes/objets/pod/');
  assert.equal(withBase('#pod', '/notes/'), '#pod');
  assert.equal(withBase('https://kubernetes.io/', '/notes/'), 'https://kubernetes.io/');
});

test('gives an example its address', () => {
  assert.equal(exampleAddress('kubectl-get', 'pods'), '/commandes/kubectl-get/#pods');
});
