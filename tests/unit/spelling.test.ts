import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const words = readFileSync(join(ROOT, 'tests/spelling/words.txt'), 'utf8').trimEnd().split('\n');

test('the list of our words is in the order of a French dictionary, each word once', () => {
  assert.deepEqual(words, [...new Set(words)].sort(new Intl.Collator('fr').compare));
});

test('the list of our words holds only words that the site uses, so that it excuses nothing else', () => {
  const text = ['content', 'src']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => /\.(mdx|md|yaml|astro|ts)$/.test(path))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n')
    .toLowerCase();
  const used = new Set(text.match(/\p{L}+/gu));
  assert.deepEqual(
    words.filter((word) => !used.has(word.toLowerCase())),
    [],
  );
});
