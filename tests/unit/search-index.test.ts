import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeExamples } from '../../scripts/bench/examples.ts';
import { answer } from '../../src/lib/search/answer.ts';
import { buildSearchIndex } from '../../src/lib/search/build-index.ts';
import { packWords } from '../../src/lib/search/lexicon.ts';
import {
  cutShards,
  findShard,
  packAskings,
  packPostings,
  unpackAskings,
  unpackPostings,
  type Posting,
} from '../../src/lib/search/postings.ts';
import { readVocabulary } from '../../src/lib/search/read-vocabulary.ts';
import { SearchIndex } from '../../src/lib/search/search-index.ts';

const vocabulary = await readVocabulary();

/** An index in memory, and the names of the files that were read of it. */
async function open(files: ReadonlyMap<string, string>): Promise<{ index: SearchIndex; asked: string[] }> {
  const asked: string[] = [];
  const index = await SearchIndex.open((name) => {
    asked.push(name);
    const text = files.get(name);
    return text === undefined ? Promise.reject(new Error(`no ${name}`)) : Promise.resolve(text);
  });
  return { index, asked };
}

test('postings are written and read alike', () => {
  const postings: Posting[] = [
    { record: 0, place: 'title' },
    { record: 1, place: 'flag' },
    { record: 400, place: 'page' },
  ];
  assert.equal(packPostings(postings), 'ACGb3');
  assert.deepEqual(unpackPostings('ACGb3'), postings);
  assert.deepEqual(unpackPostings(''), []);
});

test('phrases of readers are written and read alike', () => {
  const askings = [
    { record: 0, phrase: 0, size: 4 },
    { record: 0, phrase: 2, size: 11 },
    { record: 40, phrase: 25, size: 35 },
  ];
  assert.equal(packAskings(askings), 'A4Cb14Zz');
  assert.deepEqual(unpackAskings('A4Cb14Zz'), askings);
  assert.deepEqual(unpackAskings(''), []);
  assert.deepEqual(unpackAskings(packAskings([{ record: 3, phrase: 1, size: 90 }])), [
    { record: 3, phrase: 1, size: 35 },
  ]);
});

test('the part of a token is found by the first tokens of the parts', () => {
  const one: Posting[] = [{ record: 3, place: 'title' }];
  const shards = cutShards(new Map(['a', 'b', 'c', 'd'].map((token) => [token, { postings: one, askings: [] }])), 9);
  assert.deepEqual(
    shards.map(({ first }) => first),
    ['a', 'c'],
  );
  const firsts = shards.map(({ first }) => first);
  assert.equal(findShard(firsts, 'b'), 0);
  assert.equal(findShard(firsts, 'dd'), 1);
  assert.equal(findShard(firsts, '='), -1);
});

test('rarer words wait in a file for each first letter, and are known once asked', async () => {
  const { words, rare } = packWords(
    new Map([
      ['pod', 3],
      ['éviction', 1],
      ['zèbre', 1],
    ]),
    1,
  );
  assert.equal(words, 'pod 3');
  assert.deepEqual(rare, { e: 'éviction', z: 'zèbre' });
  const files = buildSearchIndex(makeExamples(12_000), vocabulary);
  const { index } = await open(files);
  const [, list = ''] = [...files].find(([name]) => /\/w\d+\.txt$/.test(name)) ?? [];
  const [word = ''] = (list.split(',')[0] ?? '').split(' ');
  assert.ok(!index.lexicon.words.has(word));
  const { question } = await answer(index, `lister ${word}`);
  assert.ok(index.lexicon.words.has(word));
  assert.equal(question.corrected, undefined);
});

test('what one question reads does not grow with the site', async () => {
  const sizes: number[] = [];
  for (const count of [500, 10_000]) {
    const files = buildSearchIndex(makeExamples(count), vocabulary);
    const { index, asked } = await open(files);
    await answer(index, 'redémarrer un deployment');
    sizes.push(asked.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0));
  }
  assert.ok((sizes[1] ?? 0) < 4 * (sizes[0] ?? 0), sizes.join(' '));
});

test('a part that could not be read is asked again', async () => {
  const files = buildSearchIndex(makeExamples(300), vocabulary);
  let isOut = true;
  const index = await SearchIndex.open((name) =>
    isOut && name.includes('/') ? Promise.reject(new Error('out')) : Promise.resolve(files.get(name) ?? ''),
  );
  await assert.rejects(answer(index, 'lister pods'));
  isOut = false;
  assert.ok((await answer(index, 'lister pods')).results.length > 0);
});

test('filters keep what they say, with a question or alone', async () => {
  const { index } = await open(buildSearchIndex(makeExamples(300), vocabulary));
  for (const text of ['pod', '']) {
    const { results } = await answer(index, text, { effet: 'suppression' });
    assert.ok(results.length > 0);
    assert.ok(results.every(({ effect }) => effect === 'suppression'));
  }
});

const PIECES = [
  '<img src=x onerror=alert(1)>',
  '"',
  '’',
  '🙂',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  'مرحبا',
  '\ud800',
  '\udc00',
  'kubectl',
  '--',
  '-n',
  '$(',
  '`',
  '\\',
  '%00',
  'œ',
  'pod',
  '\n',
  '<POD>',
  '=',
  '/',
  'x'.repeat(5000),
  '中文',
  'de',
  'la',
  '{{',
  '???',
  'constructor',
  '__proto__',
  'rolback',
];

test('2,000 random questions have an answer, without an exception', async () => {
  const { index } = await open(buildSearchIndex(makeExamples(200), vocabulary));
  let seed = 7;
  const random = (most: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  for (let turn = 0; turn < 2000; turn += 1) {
    const pieces = Array.from({ length: 1 + random(8) }, () => PIECES[random(PIECES.length)] ?? '');
    const text = pieces.join(random(2) ? ' ' : '');
    const { results } = await answer(index, text, random(5) === 0 ? { effet: '"><script>' } : {});
    assert.ok(results.length <= 16, text);
    assert.ok(
      results.every(({ title, address }) => title && address.startsWith('/')),
      text,
    );
  }
});
