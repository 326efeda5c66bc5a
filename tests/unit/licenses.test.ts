import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLicenses } from '../../scripts/licenses.ts';

const judge = (license: string | undefined, name = 'tool'): readonly string[] =>
  checkLicenses({
    '': { license: 'SEE LICENSE' },
    [`node_modules/x/node_modules/${name}`]: { ...(license && { license }) },
  }).problems;

test('a licence that asks for nothing more than its name fits', () => {
  for (const license of ['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'CC BY-SA 4.0'])
    assert.deepEqual(judge(license), [], license);
});

test('a licence that would bind the site, or is not said, does not, and its package is named', () => {
  for (const license of [
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'MIT AND GPL-2.0-only',
    'UNLICENSED',
    'SEE LICENSE IN X',
    undefined,
  ])
    assert.match(judge(license)[0] ?? '', /^tool: «/, license);
});

test('what readers are sent may not ask more than a tool may', () => {
  assert.deepEqual(judge('MPL-2.0'), []);
  assert.match(judge('MPL-2.0', 'pagefind')[0] ?? '', /^pagefind: « MPL-2.0 »/);
});

test('the licences are counted, the most frequent first', () => {
  const { counts } = checkLicenses({
    'node_modules/a': { license: 'ISC' },
    'node_modules/b': { license: 'MIT' },
    'node_modules/c': { license: 'MIT' },
  });
  assert.deepEqual(counts, [
    ['MIT', 2],
    ['ISC', 1],
  ]);
});
