import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPages } from './dist.ts';

/** Pages that are lists of titles: a line there is not a sentence. */
const LISTS = ['/couverture/', '/versions/'];
const HOLDERS = 'p, li, ul, ol, table, pre, carnet-command';

/** The sentences that pages say, with how many words each has. */
const sentences = readPages()
  .filter(({ address }) => !LISTS.includes(address))
  .flatMap(({ address, root }) =>
    root
      .querySelectorAll('main p, main li, main dd, main td')
      .filter((block) => !block.querySelector(HOLDERS))
      .flatMap((block) => block.text.split(/(?<=[.?!…»])\s+(?=[\p{Lu}«])/u))
      .map((text) => ({ address, text, words: text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0 })),
  )
  .filter(({ words }) => words > 0);

test('no sentence is so long that it must be read twice', () => {
  assert.ok(sentences.length > 5000, `${sentences.length} sentences`);
  const long = sentences.filter(({ words }) => words > 35);
  assert.deepEqual(
    long.map(({ address, text }) => `${address}: ${text}`),
    [],
  );
});

test('sentences are short: twelve words at most, on the whole', () => {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  assert.ok(words / sentences.length <= 12, `${words / sentences.length} words a sentence`);
});
