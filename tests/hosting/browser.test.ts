import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, type Browser } from 'playwright';
import { findBrowser } from '../../scripts/browser.ts';
import { DIST } from '../site/dist.ts';
import { serveSite, SKIP, type Server } from './server.ts';

/** One page of each kind. Every page under the policy in its own `meta` is the business of tests/e2e/every-page.spec.ts. */
const PAGES = [
  '/',
  '/objets/pod/',
  '/commandes/',
  '/commandes/kubectl-get/',
  '/manifestes/pod/',
  '/recherche/?q=supprimer+un+pod',
  '/antiseche/',
  '/architecture/',
  '/deboguer/',
  '/nulle-part/',
];

const executablePath = findBrowser();
const skip = SKIP || (executablePath ? false : 'no browser here: run « node scripts/find-browser.ts »');
let server: Server;
let browser: Browser;
before(async () => {
  if (skip) return;
  server = await serveSite(DIST);
  browser = await chromium.launch({
    executablePath,
    // As in tests/playwright.config.ts.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
});
after(async () => {
  if (skip) return;
  await browser.close();
  await server.stop();
});

test(
  'under the headers of nginx, each kind of page loads, searches and copies without a word in the console',
  { skip },
  async () => {
    const context = await browser.newContext({
      baseURL: server.origin,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      // A browser says so of each address that is not found, and that is the page asked for here.
      if (!message.text().includes('404 (Not Found)')) said.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== server.origin && protocol !== 'data:') said.push(`${page.url()} asked ${request.url()}`);
    });
    for (const address of PAGES) await page.goto(address, { waitUntil: 'load' });

    await page.goto('/recherche/?q=supprimer+un+pod');
    const results = page.locator('[data-search-results][aria-busy="false"] [data-result]').locator('visible=true');
    await results.first().waitFor();
    assert.ok((await results.count()) > 0);

    await page.goto('/commandes/kubectl-get/');
    const example = page.locator('[data-example]').first();
    await example.getByRole('button', { name: 'Copier', exact: true }).first().click();
    await page.locator('#annonces:not(:empty)').waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await example.getAttribute('data-command'));

    assert.deepEqual(said, []);
    await context.close();
  },
);

test('a page cannot be framed', { skip }, async () => {
  const page = await browser.newPage();
  await page.setContent(`<iframe src="${server.origin}/"></iframe>`);
  assert.equal(page.frames()[1]?.url(), 'chrome-error://chromewebdata/');
});
