import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { answer } from '../../src/lib/search/answer.ts';
import { buildSearchIndex } from '../../src/lib/search/build-index.ts';
import { readAsked, withAsked, type Asked } from '../../src/lib/search/read-asked.ts';
import { readVocabulary } from '../../src/lib/search/read-vocabulary.ts';
import type { PublishedExample } from '../../src/lib/search/records.ts';
import { SearchIndex } from '../../src/lib/search/search-index.ts';

const example = (id: string, title: string, command: string): PublishedExample => ({
  address: `/commandes/kubectl-get/#${id}`,
  title,
  command,
  effect: 'lecture',
  objects: ['pod'],
  theme: 'Explorer le cluster',
  page: 'Lister des objets',
  summary: 'Affiche les objets.',
  keywords: [],
  pageKeywords: [],
  order: 1,
});
const EXAMPLES = [
  example('pods', 'Lister les Pods', 'kubectl get pods'),
  example('large', 'Afficher plus de colonnes', 'kubectl get pods -o wide'),
];

/** Reads files of phrases as they would stand in `content/questions/`. */
async function read(files: Readonly<Record<string, string>>): Promise<Asked> {
  const folder = await mkdtemp(join(tmpdir(), 'asked-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await readAsked(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('an example is found by the words of its readers, which no page shows', async () => {
  const asked = await read({ 'explore.yaml': 'kubectl-get:\n  large: [sur quelle boîte ça tourne]\n' });
  const files = buildSearchIndex(withAsked(EXAMPLES, asked), await readVocabulary());
  const index = await SearchIndex.open((name) => Promise.resolve(files.get(name) ?? ''));
  const { results } = await answer(index, 'dans quelle boîte ?');
  assert.equal(results[0]?.command, 'kubectl get pods -o wide');
});

test('phrases of an example that does not exist are refused, with their file', async () => {
  const asked = await read({ 'explore.yaml': 'kubectl-get:\n  parti: [un mot]\n' });
  assert.throws(() => withAsked(EXAMPLES, asked), /explore\.yaml : aucun exemple kubectl-get#parti\n {2}→ corrigez/);
});

test('a file of another shape, or an example that two files name, is refused, with the file', async () => {
  await assert.rejects(read({ 'a.yaml': 'kubectl-get: [un mot]\n' }), /a\.yaml n'a pas la forme attendue/);
  const many = Array.from({ length: 27 }, (_, index) => `phrase ${index}`).join(', ');
  await assert.rejects(
    read({ 'a.yaml': `kubectl-get:\n  pods: [${many}]\n` }),
    /kubectl-get\.pods : 26 phrases au plus/,
  );
  const twice = { 'a.yaml': 'kubectl-get:\n  pods: [un]\n', 'b.yaml': 'kubectl-get:\n  pods: [deux]\n' };
  await assert.rejects(read(twice), /b\.yaml : kubectl-get#pods est déjà dans .*a\.yaml/);
});
