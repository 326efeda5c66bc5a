import { expect, test, type Page } from 'playwright/test';
import { SitePage } from './site.ts';

const results = (page: Page) => page.locator('main [data-search-results]');

test('a corrected question is said with its accents, the question as typed one click away', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/?q=deploiemnt');
  const status = page.locator('main [data-search-status]');
  await expect(status).toContainText(/résultats pour déploiements?/);
  await status.getByRole('button', { name: 'deploiemnt' }).click();
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
  await expect(status).not.toContainText('pour déploiement.');
  await expect(site.searchField).toBeFocused();
});

test('objects and effects filter, alone too, and stay in the address', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/?q=pod');
  await expect(site.results.first()).toBeVisible();
  await page.getByLabel('Effet').selectOption('suppression');
  await expect(page).toHaveURL(/effet=suppression/);
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
  for (const badge of await page.locator('main [data-result] .effect').all())
    await expect(badge).toHaveAttribute('data-effect', 'suppression');
  await page.goto('/recherche/?objet=secret');
  await expect(site.results.first()).toBeVisible();
  expect(await page.getByLabel('Objet').inputValue()).toBe('secret');
});

test('the arrows, Home and End move in the results, and the field says which one is current', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/');
  await site.searchField.fill('journaux');
  await expect(site.results.first()).toBeVisible();
  await expect(site.searchField).toHaveAttribute('aria-expanded', 'true');
  const last = (await site.results.count()) - 1;
  for (const [key, row] of [
    ['ArrowDown', 0],
    ['End', last],
    ['ArrowDown', 0],
    ['ArrowUp', last],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(site.results.nth(row)).toHaveAttribute('aria-selected', 'true');
    const id = (await site.results.nth(row).getAttribute('id')) ?? '';
    await expect(site.searchField).toHaveAttribute('aria-activedescendant', id);
  }
  await expect(page.locator('main [data-search-status]')).toHaveAttribute('role', 'status');
  await expect(page.locator('main [data-search-status]')).toContainText(`${last + 1} résultats`);
});

test('Escape closes the dialog, and on the home page empties the field', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/objets/pod/');
  await page.keyboard.press('/');
  await expect(site.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(site.dialog).toBeHidden();
  await page.goto('/');
  await site.searchField.fill('pod');
  await expect(site.results.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(site.searchField).toHaveValue('');
  await expect(page.locator('main [data-result]')).toHaveCount(0);
});

test('back from a result brings back the question and its results', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/');
  await site.searchField.fill('port-forward');
  await site.results.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/commandes\//);
  await page.goBack();
  await expect(site.searchField).toHaveValue('port-forward');
  await expect(site.results.first()).toHaveAttribute('data-command', /port-forward/);
});

test('typing fast never leaves the results of a former question', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/');
  await site.searchField.focus();
  await site.searchField.pressSequentially('supprimer', { delay: 5 });
  await site.searchField.fill('minikube dashboard');
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
  await expect(site.results.first()).toHaveAttribute('data-command', /^minikube dashboard/);
});

test('on a slow network, the results of a former question are taken away', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/');
  await site.searchField.fill('rollback');
  await expect(site.results.first()).toBeVisible();
  await page.route('**/_search/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await site.searchField.fill('minikube tunnel');
  await expect(page.locator('main [data-result]')).toHaveCount(0);
  await expect(site.results.first()).toHaveAttribute('data-command', /^minikube tunnel/);
});

test('the page of a question does not move once it is painted', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.shifted += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/recherche/?q=rollback');
  await expect(page.locator('main [data-result]').first()).toBeVisible();
  await page.waitForTimeout(500);
  const shifted = await page.evaluate(() => (window as unknown as { shifted: number }).shifted);
  expect(shifted).toBeLessThan(0.05);
});

test('nothing found: the nearest commands, and every theme', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/?q=zzzzqqqq');
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('main [data-search-status]')).toContainText('les plus proches');
  expect(await site.results.count()).toBeGreaterThan(0);
  expect(await page.locator('main .search-themes a').count()).toBeGreaterThanOrEqual(8);
});

test('a word that only the text of a page holds is found there', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/?q=compinit');
  await expect(site.results.first().locator('.result-excerpt')).toContainText('compinit');
});

test('without WebAssembly, search only loses the whole text of the pages', async ({ page }) => {
  const site = new SitePage(page);
  await page.addInitScript(() => Object.defineProperty(window, 'WebAssembly', { value: undefined }));
  await page.goto('/recherche/?q=rollback');
  await expect(site.results.first()).toHaveAttribute('data-command', /rollout undo/);
  await site.searchField.fill('zzzzqqqq');
  await expect(page.locator('main [data-search-status]')).toContainText('les plus proches');
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
});

test('offline, search says so, and works again once back', async ({ page, context }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/');
  await context.setOffline(true);
  await site.searchField.fill('rollback');
  await expect(page.locator('main [data-search-status]')).toContainText('La recherche est indisponible');
  await context.setOffline(false);
  await site.searchField.fill('rollback ');
  await expect(site.results.first()).toHaveAttribute('data-command', /rollout undo/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the search page lists every command', async ({ page }) => {
    await page.goto('/recherche/?q=rollback');
    expect(await page.locator('main .command-index li').count()).toBeGreaterThan(300);
  });
});

test('a question in the address is said to be on its way before search itself is there', async ({ page }) => {
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/controller\.[\w-]+\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/recherche/?q=rollback', { waitUntil: 'domcontentloaded' });
  await expect(results(page)).toHaveAttribute('aria-busy', 'true');
  release?.();
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
  await expect(results(page).locator('[data-result]').first()).toHaveAttribute('data-command', /rollout undo/);
  // Coming back to the field asks nothing again.
  const field = new SitePage(page).searchField;
  await field.hover();
  await field.focus();
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
});
