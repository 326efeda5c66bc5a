import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutLongWords, typeset } from '../../src/lib/typography.ts';

test('sets the no-break spaces and the apostrophes of French', () => {
  assert.equal(typeset("L'état : prêt ?"), 'L’état\u00a0: prêt\u202f?');
  assert.equal(typeset('dit « oui » ; puis non !'), 'dit «\u00a0oui\u00a0»\u202f; puis non\u202f!');
});

test('leaves alone what is already set, and flags, times and addresses', () => {
  const set = typeset("L'état : prêt ?");
  assert.equal(typeset(set), set);
  assert.equal(typeset('--flag=a:b https://x.y/?q=1'), '--flag=a:b https://x.y/?q=1');
});

test('cuts only words too long for a phone, at their humps, and loses no letter', () => {
  assert.deepEqual(cutLongWords('CrashLoopBackOff : non'), ['Crash', 'Loop', 'Back', 'Off', ' : non']);
  assert.deepEqual(cutLongWords('Un ReplicaSet, incontestablement'), ['Un ReplicaSet, ', 'incontestablement']);
  assert.equal(cutLongWords('ImagePullBackOff et ErrImagePull').join(''), 'ImagePullBackOff et ErrImagePull');
});
