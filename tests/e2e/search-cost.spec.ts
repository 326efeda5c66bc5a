import { gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { SitePage } from './site.ts';

/** From opening search to the first results, compressed, with the five hundred examples of this site. */
const BUDGET = 120 * 1024;

for (const question of [
  'rollback',
  'comment revenir en arrière ?',
  'suivre les logs en direct',
  'rolback deploiment',
]) {
  test(`from opening search to the results of « ${question} », typed key by key: 120 KiB at most`, async ({ page }) => {
    const site = new SitePage(page);
    await page.goto('/objets/pod/', { waitUntil: 'networkidle' });
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => bodies.push(response.body()));
    await page.keyboard.press('/');
    await page.keyboard.type(question, { delay: 30 });
    await expect(site.results.first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 6 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
  });
}
