import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browser.ts';

const DIST = new URL('../../dist/', import.meta.url);
const ORIGIN = 'http://site.test';
const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** The built site's search page in a browser, without a server: every request is answered from `dist/`. */
export interface SearchSite {
  readonly page: Page;
  /** The addresses of the results of a question, in the order shown. */
  ask(question: string): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * Opens the search page of the built site.
 * @param plain a folder to serve under `/plain/`
 * @throws Error when there is no built site or no browser
 */
export async function openSite(plain?: string): Promise<SearchSite> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = path.endsWith('/') ? `${path}index.html` : path;
    try {
      const isPlain = plain !== undefined && file.startsWith('/plain/');
      const body = await readFile(isPlain ? join(plain, file.slice(7)) : new URL(`.${file}`, DIST));
      await route.fulfill({ body, contentType: TYPES[file.split('.').pop() ?? ''] ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: 'none' });
    }
  });
  await page.goto(`${ORIGIN}/recherche/`);
  await page.locator('main carnet-search input').focus();
  await page.locator('main carnet-search input[role=combobox]').waitFor();
  return {
    page,
    close: () => browser.close(),
    ask: (question) =>
      page.evaluate(async (text) => {
        const input = document.querySelector<HTMLInputElement>('main carnet-search input');
        const list = document.querySelector<HTMLElement>('main [data-search-results]');
        if (!input || !list) throw new Error('The search page has no field.');
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        while (list.getAttribute('aria-busy') !== 'false') await new Promise((resolve) => setTimeout(resolve, 1));
        return [...list.querySelectorAll('[data-result] a')].map((link) => link.getAttribute('href') ?? '');
      }, question),
  };
}
