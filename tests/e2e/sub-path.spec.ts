import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { ensureSubPath, SUB_PATH } from '../site/sub-path.ts';
import { SitePage } from './site.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
};

/** A plain static host: it knows files, and no redirect. */
function serve(): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(SUB_PATH.base) ? pathname.slice(SUB_PATH.base.length) : '../outside';
    const file = join(SUB_PATH.dist, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    readFile(file).then(
      (body) =>
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
}

test.describe('served under a sub-path by a plain static host', () => {
  test.describe.configure({ mode: 'serial' });
  let server: Server;
  let root = '';

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    ensureSubPath();
    server = serve();
    await new Promise<void>((done) => server.listen(0, done));
    root = `http://localhost:${(server.address() as AddressInfo).port}${SUB_PATH.base}`;
  });
  test.afterAll(() => server.close());

  test('an old address leads to the new one with its anchor and the values shared in it', async ({ page }) => {
    await page.goto(`${root}objets/ancien-pod/#partage`);
    await expect(page).toHaveURL(`${root}objets/pod/#partage`);
    await page.goto(`${root}objets/ancien-pod/?de=chat#partage&v:POD=web-1`);
    await expect(page).toHaveURL(`${root}objets/pod/?de=chat#partage&v:POD=web-1`);
    await page.goto(`${root}antiseche/#ancien-groupe`);
    await expect(page).toHaveURL(`${root}antiseche/#creer`);
    await page.goto(`${root}commandes/kubectl-get/#parti`);
    await expect(page).toHaveURL(`${root}commandes/kubectl-describe/#pieges`);
  });

  test('an old anchor of a heading or of an example is still on the page', async ({ page }) => {
    await page.goto(`${root}commandes/kubectl-get/#anciens-pods`);
    const example = new SitePage(page).example('pods');
    await expect(example).toBeInViewport();
    await page.goto(`${root}objets/pod/#ancien-partage`);
    await expect(page.locator('h2#partage')).toBeInViewport();
  });

  test('without script, an old address leads to the new one, and what left a page is one link away', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${root}objets/ancien-pod/`);
    await expect(page).toHaveURL(`${root}objets/pod/`);
    await page.goto(`${root}commandes/kubectl-get/#parti`);
    await page.locator('#parti a').click();
    await expect(page).toHaveURL(`${root}commandes/kubectl-describe/#pieges`);
    await context.close();
  });

  test('search finds and leads under the sub-path', async ({ page }) => {
    await page.goto(`${root}recherche/?q=rollback`);
    const site = new SitePage(page);
    await site.results.first().getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`^${root}commandes/kubectl-rollout-undo/#`));
  });

  test('the link of an example is copied whole', async ({ page }) => {
    await page.goto(`${root}commandes/kubectl-get/`);
    const site = new SitePage(page);
    await site.example('namespace').locator('a[data-copy-link]').click();
    await expect(site.announcements).toHaveText('Lien copié');
    expect(await site.clipboard()).toBe(`${root}commandes/kubectl-get/#namespace`);
  });
});
