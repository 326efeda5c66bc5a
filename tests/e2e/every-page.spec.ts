import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { readPages } from '../site/dist.ts';

const addresses = readPages().map(({ address }) => address);
const WIDTHS = [320, 360, 768, 1024, 1360, 1440];
/** Shared between the workers by rank: each test takes one page in `PARTS`. */
const PARTS = 4;

for (let part = 0; part < PARTS; part += 1) {
  const own = addresses.filter((_, index) => index % PARTS === part);

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`pages ${part + 1}/${PARTS} have no axe violation and no console message in ${colorScheme}`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      const messages: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) messages.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => messages.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        if (!/^(http:\/\/localhost|data:)/.test(request.url())) messages.push(`${page.url()} asked ${request.url()}`);
      });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const address of own) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) =>
            `${address} ${id}: ${nodes
              .map(({ html }) => html)
              .join(' | ')
              .slice(0, 300)}`,
        );
        expect.soft(found).toEqual([]);
      }
      expect(messages).toEqual([]);
    });
  }

  test(`pages ${part + 1}/${PARTS} have no sideways scroll from 320 to 1440 px`, async ({ page }) => {
    test.setTimeout(240_000);
    const wide: string[] = [];
    for (const address of own) {
      await page.goto(address);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
        if (scroll > width) wide.push(`${address} at ${width} px is ${scroll} px wide`);
      }
    }
    expect(wide).toEqual([]);
  });
}
