import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import * as pagefind from 'pagefind';
import { findBrowser } from '../../scripts/browser.ts';
import { readExamples } from '../../src/lib/search/records.ts';
import { writeIndex } from '../../src/lib/search/write-index.ts';

/** Writes, in a folder of its own, Pagefind's index of the same examples with its defaults: title, keywords, command. */
async function buildPlainIndex(): Promise<string> {
  const { index } = await pagefind.createIndex({});
  if (!index) throw new Error('Pagefind did not start.');
  for (const record of await readExamples('dist')) {
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

const ORIGIN = 'http://site.test';
const TYPES: Record<string, string> = { js: 'text/javascript', json: 'application/json' };

/**
 * Asks plain Pagefind, in a browser, every question. Returns the addresses of the first three results of each, and an
 * empty list where nothing was found.
 */
export async function askPlain(questions: readonly string[]): Promise<string[][]> {
  const folder = await buildPlainIndex();
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const name = new URL(route.request().url()).pathname;
    const contentType = TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream';
    if (name === '/') await route.fulfill({ body: '', contentType: 'text/html' });
    else await route.fulfill({ body: await readFile(join(folder, name)), contentType });
  });
  await page.goto(`${ORIGIN}/`);
  const found = await page.evaluate(async (texts) => {
    const address = '/pagefind.js';
    const plain = (await import(address)) as PlainPagefind;
    await plain.options({ baseUrl: '/', noWorker: true });
    const answers: string[][] = [];
    for (const text of texts) {
      const { results } = await plain.search(text);
      answers.push((await Promise.all(results.slice(0, 3).map((hit) => hit.data()))).map(({ url }) => url));
    }
    return answers;
  }, questions);
  await browser.close();
  await rm(folder, { recursive: true });
  return found;
}
