import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readContent } from '../../src/lib/content/read.ts';
import type { CommandData } from '../../src/lib/schema.ts';
import { joinWords } from '../../src/lib/search/fold.ts';
import { readAsked } from '../../src/lib/search/read-asked.ts';

const asked = await readAsked();

test('each example has at least three phrases by which readers ask for it', async () => {
  const pages = (await readContent('content')).filter(({ path }) => /^commands\/[^/]+\/[^_]/.test(path));
  const poor = pages.flatMap(({ path, data }) => {
    const [, theme = '', page = ''] = /^commands\/([^/]+)\/([^/]+)\.mdx$/.exec(path) ?? [];
    return (data as CommandData).examples
      .filter(({ id }) => (asked.get(`${page}#${id}`)?.phrases.length ?? 0) < 3)
      .map(({ id }) => `content/questions/${theme}.yaml: ${page}, ${id}: write how a reader would ask for it, in three ways`);
  });
  assert.deepEqual(poor, []);
});

test('no phrase is, word for word, a question that measures what nobody prepared', async () => {
  const unseen = parse(await readFile('tests/search/unseen.yaml', 'utf8')) as { question: string }[];
  const questions = new Set(unseen.map(({ question }) => joinWords(question)));
  const prepared = [...asked].flatMap(([, { phrases, file }]) =>
    phrases.filter((phrase) => questions.has(joinWords(phrase))).map((phrase) => `${file}: « ${phrase} »`),
  );
  assert.deepEqual(prepared, []);
});
