import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlace } from '../../src/lib/place.ts';
import { exampleAddress, readSubject, withBase } from '../../src/lib/urls.ts';

test('puts the base path before addresses of the site only', () => {
  assert.equal(withBase('/objets/pod/', '/'), '/objets/pod/');
  assert.equal(withBase('/objets/pod/', '/notes/'), '/notes/objets/pod/');
  assert.equal(withBase('#pod', '/notes/'), '#pod');
  assert.equal(withBase('https://kubernetes.io/', '/notes/'), 'https://kubernetes.io/');
});

test('tells pages of documentation apart by what their address says', () => {
  assert.equal(readSubject('https://kubernetes.io/docs/concepts/services-networking/virtual-ips/'), 'virtual ips');
  assert.equal(
    readSubject('https://kubernetes.io/docs/concepts/overview/components/#node-components'),
    'node components',
  );
});

test('gives an example its address', () => {
  assert.equal(exampleAddress('kubectl-get', 'pods'), '/commandes/kubectl-get/#pods');
});

test('where the site is served comes from the environment, however its path is written', () => {
  assert.deepEqual(readPlace({}), { site: 'https://carnet-kubernetes.example', base: '/' });
  for (const BASE of ['/notes-k8s/', '/notes-k8s', 'notes-k8s'])
    assert.deepEqual(readPlace({ SITE: 'https://notes.example/', BASE }), {
      site: 'https://notes.example',
      base: '/notes-k8s/',
    });
});

test('an origin with a path, or a path with a space, is refused with the form to write', () => {
  assert.throws(() => readPlace({ SITE: 'https://equipe.example/notes' }), /^Error: SITE : .*\n.*BASE=\/notes-k8s\//);
  assert.throws(() => readPlace({ SITE: 'notes.example' }), /^Error: SITE : « notes\.example »/);
  assert.throws(() => readPlace({ BASE: '/mes notes/' }), /^Error: BASE : « \/mes notes\/ »/);
});
