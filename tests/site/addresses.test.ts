import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readBuiltAddresses } from '../../src/lib/built-addresses.ts';
import { readFilesByAddress } from '../../src/lib/content/aliases.ts';
import { explainBreak } from '../../src/lib/explain-break.ts';
import { findBreaks, parsePublished } from '../../src/lib/published.ts';
import { DIST } from './dist.ts';

const published = parsePublished(readFileSync(new URL('../../src/data/published.txt', import.meta.url), 'utf8'));
const built = await readBuiltAddresses(DIST, '/');
const files = await readFilesByAddress(fileURLToPath(new URL('../../content/', import.meta.url)));

test('every published address leads to what it led to, directly or through a redirect', () => {
  assert.ok(published.size > 1500);
  const breaks = findBreaks(published, built).map((broken) => explainBreak(broken, { published, built, files }));
  assert.equal(breaks.join('\n\n'), '');
});

test('every address of the site is in the list: if not, « npm run addresses:add » after a build', () => {
  assert.deepEqual(
    [...built.named.keys()].filter((address) => !published.has(address)),
    [],
  );
});
