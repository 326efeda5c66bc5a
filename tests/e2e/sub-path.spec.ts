import { expect, test } from 'playwright/test';
import { ensureSubPath, SUB_PATH } from '../site/sub-path.ts';
import { SitePage } from './site.ts';
import { StaticHost } from './static-host.ts';

test.describe('served under a sub-path by a plain static host', () => {
  test.describe.configure({ mode: 'serial' });
  const host = new StaticHost(SUB_PATH.dist, SUB_PATH.base);
  let root = '';

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    ensureSubPath();
    await host.start();
    root = host.root;
  });
  test.afterAll(() => host.stop());

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

  test.describe('offline', () => {
    test.use({ serviceWorkers: 'allow' });

    test('the whole site is kept under the sub-path: pages, old addresses, search', async ({ page, context }) => {
      await page.goto(root);
      await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
      await context.setOffline(true);
      await page.goto(`${root}objets/ancien-pod/#partage`);
      await expect(page).toHaveURL(`${root}objets/pod/#partage`);
      await page.goto(`${root}recherche/?q=rollback`);
      await expect(new SitePage(page).results.first()).toHaveAttribute('data-command', /^kubectl rollout undo/);
      const manifest = await page.evaluate(
        async () => (await fetch('../manifest.webmanifest')).json() as Promise<object>,
      );
      expect(manifest).toMatchObject({ start_url: SUB_PATH.base, scope: SUB_PATH.base });
    });
  });
});
