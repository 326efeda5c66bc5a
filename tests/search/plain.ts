import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import * as pagefind from 'pagefind';
import { collectRecords } from '../../src/lib/search/records.ts';
import { writeIndex } from '../../src/lib/search/write-index.ts';

/** Writes, in a folder of its own, Pagefind's index of the same examples with its defaults: title, keywords, command. */
export async function buildPlainIndex(): Promise<string> {
  const { index } = await pagefind.createIndex({});
  if (!index) throw new Error('Pagefind did not start.');
  for (const record of await collectRecords('dist')) {
    if (!('command' in record)) continue;
    const { address, title, keywords, command, page } = record;
    const content = [title, ...keywords, command, page].join('. ');
    await index.addCustomRecord({ url: address, content, language: 'fr', meta: { title } });
  }
  const folder = await mkdtemp(join(tmpdir(), 'pagefind-'));
  await writeIndex(index, folder);
  await pagefind.close();
  return folder;
}

interface PlainPagefind {
  options(options: object): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** Asks the plain index, which the page serves under `/plain/`. Returns the addresses of the first ten results. */
export function askPlain(page: Page, question: string): Promise<string[]> {
  return page.evaluate(async (text) => {
    const address = '/plain/pagefind.js';
    const plain = (await import(address)) as PlainPagefind;
    await plain.options({ baseUrl: '/' });
    const { results } = await plain.search(text);
    return (await Promise.all(results.slice(0, 10).map((hit) => hit.data()))).map(({ url }) => url);
  }, question);
}
