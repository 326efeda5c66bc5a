import { expect, test, type Page } from 'playwright/test';

/** What the server is asked for at an address from now on. */
function listen(page: Page, path: string): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === path) asked.push(request.headers()['sec-purpose'] ?? 'click');
  });
  return asked;
}

test('the page of a link on which the pointer rests is there before the click', async ({ page }) => {
  await page.goto('/commandes/kubectl-get/');
  const asked = listen(page, '/commandes/explorer/');
  await page.locator('.sidebar a[href="/commandes/explorer/"]').hover();
  await expect(page.locator('link[rel=prefetch][href="/commandes/explorer/"]')).toHaveCount(1);
  await expect.poll(() => asked.length).toBe(1);
});

test('links that are only swept over, this page and files are not asked for in advance', async ({ page }) => {
  await page.goto('/commandes/kubectl-get/');
  await page.evaluate(() => {
    for (const element of [...document.querySelectorAll('.sidebar a'), document.body])
      element.dispatchEvent(new Event('pointerover', { bubbles: true }));
  });
  await page.locator('h2 a.anchor').first().hover();
  await page.waitForTimeout(200);
  await expect(page.locator('link[rel=prefetch]')).toHaveCount(0);
});
