import { expect, test } from 'playwright/test';
import { SitePage } from './site.ts';

test('« Copier » copies exactly the command and says so', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/commandes/kubectl-rollout-undo/');
  const example = site.example('revision');
  await example.getByRole('button', { name: 'Copier', exact: true }).click();
  await expect(site.announcements).toHaveText('Commande copiée');
  expect(await site.clipboard()).toBe('kubectl rollout undo deployment/<DEPLOYMENT> --to-revision=<REVISION>');
});

test('« Lien » copies the address of the example, and the address marks it under the header', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/commandes/kubectl-rollout-undo/');
  await site.example('revision').getByRole('link', { name: /^Lien/ }).click();
  await expect(site.announcements).toHaveText('Lien copié');
  const address = await site.clipboard();
  expect(address).toMatch(/\/commandes\/kubectl-rollout-undo\/#revision$/);
  await page.goto('/');
  await page.goto(address);
  const box = await site.example('revision').boundingBox();
  const header = await page.locator('.site-header').boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  await expect(site.example('revision')).toHaveCSS('outline-style', 'solid');
});

test('a refused clipboard leaves the command to copy by hand', async ({ browser }) => {
  const context = await browser.newContext({ permissions: [] });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Object.defineProperty(document, 'execCommand', { value: () => false });
  });
  await page.goto('/commandes/kubectl-rollout-undo/');
  await new SitePage(page).example('derniere').getByRole('button', { name: 'Copier' }).click();
  await expect(page.getByRole('textbox', { name: /Copiez avec Ctrl\+C/ })).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('kubectl rollout undo deployment/<DEPLOYMENT>');
  await context.close();
});

test('the theme chosen is remembered, and there before the page is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/objets/pod/');
  const button = page.getByRole('button', { name: /^Thème/ });
  await button.click();
  await expect(button).toHaveAccessibleName('Thème clair');
  await button.click();
  await expect(button).toHaveAccessibleName('Thème sombre');
  await page.goto('/objets/service/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the list of commands is filtered by object and effect, and the choice is in the address', async ({ page }) => {
  await page.goto('/commandes/');
  const rows = page.locator('.row:visible');
  const all = await rows.count();
  await page.getByLabel('Objet').selectOption('node');
  await page.getByLabel('Effet').selectOption('suppression');
  await expect(rows).not.toHaveCount(all);
  await expect(page).toHaveURL(/objet=node&effet=suppression/);
  await expect(rows.first()).toContainText('kubectl drain');
  // Of one page, what deletes and what only shows what would go: each by its own effect.
  await page.getByLabel('Objet').selectOption('');
  await expect(page.locator('#kubectl-delete-several--pods')).toBeVisible();
  await expect(page.locator('#kubectl-delete-several--essai')).toBeHidden();
  await page.getByLabel('Objet').selectOption('node');
  await page.reload();
  await expect(rows.first()).toContainText('kubectl drain');
});

test('without script every page reads whole, and search is a list', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/commandes/kubectl-logs/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[data-example]').first()).toContainText('kubectl logs');
  await expect(page.getByRole('button', { name: 'Copier' })).toHaveCount(0);
  await page.goto('/recherche/');
  await expect(page.locator('.command-index li').first()).toBeVisible();
  await context.close();
});

test('what left a page is told to those who come for it, even without script, and to no one else', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/commandes/kubectl-config-view/');
  const told = page.getByText('Ce passage a changé de place');
  await expect(told).toBeHidden();
  await page.goto('/commandes/kubectl-config-view/#utilisateurs');
  await expect(told).toBeInViewport();
  await expect(told.getByRole('link')).toHaveAttribute('href', '/commandes/kubectl-config-credentials/#lister');
  await context.close();
});

test('on a phone the sections open as a sheet and close with Escape', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/objets/pod/');
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await expect(sections).toBeHidden();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expect(sections).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sections).toBeHidden();
});

test('an address that leads nowhere offers the search field', async ({ page }) => {
  const response = await page.goto('/rien/');
  expect(response?.status()).toBe(404);
  await expect(new SitePage(page).searchField).toBeVisible();
});

test('on a phone the command is in the first screen, with its button', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of ['/commandes/kubectl-rollout-undo/', '/commandes/kubectl-get/', '/commandes/kubectl-scale/']) {
    await page.goto(address);
    await expect(page.locator('[data-example]').first().getByRole('button', { name: 'Copier' })).toBeInViewport();
  }
});

test('the sidebar shows where a command belongs', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.goto('/commandes/kubectl-rollout-undo/');
  await expect(page.locator('.sidebar [aria-current]')).toHaveText('Mises à jour');
  await page.goto('/objets/service/');
  await expect(page.locator('.sidebar [aria-current]')).toHaveText('Service');
});
