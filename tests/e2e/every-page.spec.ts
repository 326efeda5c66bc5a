import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { readPages } from '../site/dist.ts';

const addresses = readPages().map(({ address }) => address);
/** 680 is a window of 1360 at 200 %, 320 one of 1280 at 400 %. */
const WIDTHS = [320, 360, 680, 768, 1024, 1360, 1440];
/** Shared between the workers by rank: each test takes one page in `PARTS`. */
const PARTS = 8;

for (let part = 0; part < PARTS; part += 1) {
  test(`pages ${part + 1}/${PARTS} have no axe violation in either theme, no console message, no sideways scroll`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const messages = listen(page, new URL(baseURL ?? '').origin);
    for (const address of addresses.filter((_, index) => index % PARTS === part)) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(address);
      expect.soft(await findViolations(axe(page)), `${address} in light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect.soft(await findViolations(axe(page)), `${address} in dark`).toEqual([]);
      expect.soft(await findScrolls(page), `${address} scrolls sideways`).toEqual([]);
    }
    expect(messages).toEqual([]);
  });
}

/** What the pages say in the console, and what they ask of another origin: filled as they are visited. */
function listen(page: Page, origin: string): string[] {
  const messages: string[] = [];
  page.on('console', (message) => {
    const isOfPlaywright = message.text() === 'Service Worker registration blocked by Playwright';
    if (['error', 'warning'].includes(message.type()) && !isOfPlaywright)
      messages.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => messages.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && asked !== origin) messages.push(`${page.url()} asked ${request.url()}`);
  });
  return messages;
}

/** In one context, which a page without frames is: axe otherwise opens a blank page for each analysis. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

async function findViolations(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(' | ')
        .slice(0, 300)}`,
  );
}

/** The widths, of those from 320 to 1440 px, at which the page is wider than its window. */
async function findScrolls(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
    if (scroll > width) found.push(`at ${width} px it is ${scroll} px wide`);
  }
  if (before) await page.setViewportSize(before);
  return found;
}
