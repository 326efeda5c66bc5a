import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../../src/lib/content/check.ts';

test('the content has no problem', async () => {
  assert.deepEqual(await checkContent(fileURLToPath(new URL('../../content/', import.meta.url))), []);
});
