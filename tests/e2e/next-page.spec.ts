import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { expect, test } from 'playwright/test';
import { findBrowser } from '../../scripts/browser.ts';

// Playwright keeps Chromium from drawing pages ahead of the click, and cannot follow one that was: Puppeteer does both.
let browser: Browser;
test.beforeAll(async () => {
  const executablePath = findBrowser();
  browser = await puppeteer.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
});
test.afterAll(() => browser.close());

const LINK = '.see-also a[href^="/commandes/"]';

/** Opens a command and rests on a link of it until its page is drawn out of sight. */
async function restOnLink(origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${origin}/commandes/kubectl-get/`);
  await page.hover(LINK);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return page;
}

/** Whether the page was drawn before it was shown, and what it shows of the reader's choices. */
async function readShown(page: Page): Promise<{ isAhead: boolean; theme: string | undefined; text: string }> {
  // The session of the first page ends with it: what is asked at that moment fails, and is asked again.
  const path = (): Promise<string | undefined> => page.evaluate(() => location.pathname).catch(() => undefined);
  await expect.poll(path).toMatch(/^\/commandes\/kubectl-(?!get\/)/);
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & { activationStart: number })[];
    return {
      isAhead: (entry?.activationStart ?? 0) > 0,
      theme: document.documentElement.dataset.theme,
      text: document.querySelector('main')?.innerText ?? '',
    };
  });
}

test('the page of a link on which the pointer rests is drawn before the click', async ({ baseURL }) => {
  const page = await restOnLink(baseURL ?? '');
  await page.click(LINK);
  expect(await readShown(page)).toMatchObject({ isAhead: true });
});

test('a page that was drawn ahead shows the theme and the values chosen since', async ({ baseURL }) => {
  const page = await restOnLink(baseURL ?? '');
  await page.evaluate(() => {
    localStorage.setItem('theme', 'dark');
    localStorage.setItem('valeurs', JSON.stringify({ POD: 'boutique-1', NAMESPACE: 'prod', NAME: 'boutique' }));
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.click(LINK);
  const shown = await readShown(page);
  expect(shown).toMatchObject({ isAhead: true, theme: 'dark' });
  expect(shown.text).toMatch(/boutique|prod/);
  await page.evaluate(() => {
    localStorage.clear();
  });
});
