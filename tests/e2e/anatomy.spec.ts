import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { SitePage } from './site.ts';

test('the first line of a page is taken apart at once, the others when asked', async ({ page }) => {
  await page.goto('/commandes/kubectl-logs/');
  await expect(page.locator('.anatomy').nth(0)).toHaveAttribute('open', '');
  await expect(page.locator('.anatomy').nth(1)).not.toHaveAttribute('open', '');
});

test('« Décomposition » says what each part of a line does, with the keyboard alone', async ({ page }) => {
  await page.goto('/commandes/kubectl-logs/');
  const example = new SitePage(page).example('suivre');
  const summary = example.getByText('Décomposition');
  await expect(example.getByText('-f, --follow')).toBeHidden();
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(example.getByRole('term').filter({ hasText: '-f, --follow' })).toBeVisible();
  await expect(example.getByRole('definition').filter({ hasText: 'Nom du Pod' })).toBeVisible();
  await expect(example.getByText('Portée')).toBeVisible();
  expect((await summary.boundingBox())?.height).toBeGreaterThanOrEqual(24);
});

test('without script it opens too, and what destroys is said before it is opened', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/commandes/kubectl-delete/');
  const example = page.locator('[data-example]#namespace');
  await expect(example.getByText('Tous les objets du namespace partent avec lui')).toBeVisible();
  await example.getByText('Décomposition').click();
  await expect(example.getByText('Supprime des objets.')).toBeVisible();
  await context.close();
});

for (const width of [360, 1360]) {
  test(`open at ${width} px, every part holds in the page and axe finds nothing`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('/commandes/kubectl-delete-force/');
      const closed = page.locator('.anatomy:not([open]) summary');
      while ((await closed.count()) > 0) await closed.first().click();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
