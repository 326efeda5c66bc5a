import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanValue, LONGEST_VALUE, readFragment, writeFragment } from '../../src/lib/shared-values.ts';

const isKnown = (name: string): boolean => ['POD', 'NAMESPACE', 'IMAGE'].includes(name);

test('what is written is read again, and only with characters that a link keeps', () => {
  for (const POD of [
    'boutique-1',
    'a b',
    "l'été",
    '&v:NAMESPACE=x',
    '100%',
    '#=?/:',
    '(1)!*~',
    'fin.',
    '<b>"x"',
    '🙂',
  ]) {
    const hash = writeFragment('derniere', { POD, NAMESPACE: 'dev' });
    assert.match(hash, /^#derniere(&v:[A-Z]+=[\w.%-]*[\w%-])+$/);
    assert.deepEqual(readFragment(hash, isKnown), {
      anchor: 'derniere',
      values: { POD, NAMESPACE: 'dev' },
      ignored: 0,
    });
  }
});

test('an address without values is an anchor', () => {
  assert.deepEqual(readFragment('#derniere', isKnown), { anchor: 'derniere', values: {}, ignored: 0 });
  assert.equal(writeFragment('derniere', {}), '#derniere');
});

for (const [title, pair] of [
  ['an unknown name', 'NOPE=x'],
  ['the name of a property of every object', '__proto__=x'],
  ['a name in small letters', 'pod=x'],
  ['no value', 'POD='],
  ['no sign', 'POD'],
  ['broken escapes', 'POD=%E0%A4'],
  ['a value too long', `POD=${'x'.repeat(LONGEST_VALUE + 1)}`],
  ['a line break', 'POD=a%0Arm'],
  ['an escape of the terminal', 'POD=%1B[201~'],
  ['letters turned around', 'POD=%E2%80%AEx'],
  ['an invisible space', 'POD=a%E2%80%8Bb'],
  ['a flag', 'POD=--all'],
  ['the same name twice', 'NAMESPACE=x'],
] as const) {
  test(`${title} is dropped and counted`, () => {
    assert.deepEqual(readFragment(`#a&v:NAMESPACE=dev&v:${pair}`, isKnown), {
      anchor: 'a',
      values: { NAMESPACE: 'dev' },
      ignored: 1,
    });
  });
}

test('an endless fragment is cut, and says so', () => {
  const { ignored } = readFragment(`#a${'&v:POD=x'.repeat(100_000)}`, isKnown);
  assert.ok(ignored > 0);
});

test('a typed value loses what cannot be seen', () => {
  assert.equal(cleanValue('pod\u200b-1\u0007'), 'pod-1');
});
