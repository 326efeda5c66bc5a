import { expect, test, type Locator } from 'playwright/test';
import { SitePage } from './site.ts';

const leftOf = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.x ?? Number.NaN;

test('the header stands on the columns of the page, however wide', async ({ page }) => {
  for (const width of [1360, 1920, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/objets/pod/');
    const [brand, sidebar] = [await leftOf(page.locator('.brand')), await leftOf(page.locator('.sidebar'))];
    const [search, title] = [await leftOf(page.locator('.search-button')), await leftOf(page.locator('h1'))];
    expect.soft(Math.abs(brand - sidebar), `brand at ${width}`).toBeLessThan(2);
    expect.soft(Math.abs(search - title), `search at ${width}`).toBeLessThan(2);
  }
});

test('in a long section, the sidebar shows where the reader is', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 800 });
  await page.goto('/deboguer/noeud-notready/');
  await expect(page.locator('.sidebar [aria-current]')).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

for (const width of [320, 1360]) {
  test(`at ${width} px, the commands of a theme stand right under their task`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/commandes/deboguer/');
    // The page itself, and not the one above it too.
    await expect(page.locator('.sidebar [aria-current]')).toHaveText(['Diagnostiquer']);
    for (const item of await page.locator('.command-list > li').all()) {
      const [task, code] = [await item.boundingBox(), await item.locator('code').boundingBox()];
      const text = await item.locator('p').boundingBox();
      expect.soft(code?.x).toBeGreaterThanOrEqual((task?.x ?? 0) - 1);
      expect.soft((code?.y ?? 0) - ((text?.y ?? 0) + (text?.height ?? 0))).toBeLessThan(16);
    }
  });
}

test('a flag is never cut from its value where a line can hold both', async ({ page }) => {
  for (const width of [360, 768, 1360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/commandes/kubectl-rollout-undo/');
    const word = page.locator('[id="revision"] .word').or(page.locator('.word')).first();
    await expect(word).toHaveText('--to-revision=<REVISION>');
    expect.soft((await word.boundingBox())?.height, `at ${width} px`).toBeLessThan(40);
  }
});

test('before a question, the search page offers some, and the themes; the answers take their place', async ({
  page,
}) => {
  const site = new SitePage(page);
  await page.goto('/recherche/');
  await expect(page.getByRole('link', { name: 'rollback' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Mises à jour/ }).last()).toBeVisible();
  await page.locator('main carnet-search input').fill('rollback');
  await expect(site.results.first()).toBeVisible();
  await expect(page.locator('.search-start')).toBeHidden();
});

test('on the narrowest phone, what can be done with a command and its effect stay on one line', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/commandes/kubectl-rollout-undo/');
  const tools = page.locator('.command-tools').first();
  await expect(tools.getByRole('button', { name: 'Copier' })).toBeVisible();
  const [copy, effect] = [
    await tools.getByRole('button').first().boundingBox(),
    await tools.locator('.effect').boundingBox(),
  ];
  expect(
    Math.abs((copy?.y ?? 0) + (copy?.height ?? 0) / 2 - (effect?.y ?? 0) - (effect?.height ?? 0) / 2),
  ).toBeLessThan(4);
  expect((await tools.boundingBox())?.height).toBeLessThan(80);
});

test('in forced colours, a word that was searched is seen in its link', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto('/recherche/?q=journaux');
  const mark = page.locator('[data-result] a mark').first();
  await expect(mark).toBeVisible();
  const seen = await mark.evaluate((word) => {
    const link = word.closest('a');
    return link && getComputedStyle(word).color === getComputedStyle(link).color;
  });
  expect(seen).toBe(true);
});
