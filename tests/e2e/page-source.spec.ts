import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { DIST } from '../site/dist.ts';
import { SitePage } from './site.ts';

const BUTTON = { name: 'Copier la page en Markdown' };

test('the page is copied as its Markdown, exactly, from the keyboard', async ({ page }) => {
  await page.goto('/commandes/kubectl-rollout-undo/');
  const site = new SitePage(page);
  await page.getByRole('button', BUTTON).press('Enter');
  await expect(site.announcements).toHaveText('Page copiée en Markdown');
  expect(await site.clipboard()).toBe(await readFile(join(DIST, 'commandes/kubectl-rollout-undo/index.md'), 'utf8'));
});

test('when the Markdown cannot be had, the reader is told', async ({ page }) => {
  await page.route('**/index.md', (route) => route.abort());
  await page.goto('/objets/pod/');
  await page.getByRole('button', BUTTON).click();
  await expect(new SitePage(page).announcements).toContainText('n’a pas pu être copiée');
});

test('nothing that needs script is there without it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/objets/pod/');
  await expect(page.locator('.page-source')).toBeVisible();
  await expect(page.getByRole('button', BUTTON)).toHaveCount(0);
  await context.close();
});
