import { chromium, type Browser } from 'playwright';
import { findBrowser } from '../browser.ts';
import { serve } from './serve.ts';
import type { Site } from './sites.ts';

/** What a browser without cache gets for a page until it is quiet. */
export interface Weight {
  readonly kilobytes: number;
  readonly requests: number;
  readonly shift: number;
}

/** Opens the browser of the tests. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-gpu'] });
}

/** Weighs a page of a built site: compressed bytes, requests, and how much it moved while it loaded. */
export async function weighPage(browser: Browser, { dist }: Site, address: string): Promise<Weight> {
  const server = await serve(dist);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        document.documentElement.dataset.shift = String(
          Number(document.documentElement.dataset.shift ?? 0) + (entry as unknown as { value: number }).value,
        );
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(server.origin + address, { waitUntil: 'networkidle' });
  const shift = await page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0));
  await page.context().close();
  server.close();
  const bytes = server.answers.reduce((total, answer) => total + answer.bytes, 0);
  return { kilobytes: bytes / 1024, requests: server.answers.length, shift };
}

/**
 * From the click on a link, at which the pointer has rested for a moment as a hand does, to the first paint of the page that
 * it leads to: the median of several, in milliseconds.
 */
export async function timeNextPage(browser: Browser, { dist }: Site, from: string, to: string): Promise<number> {
  const server = await serve(dist);
  const times: number[] = [];
  for (let run = 0; run < 7; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(server.origin + from, { waitUntil: 'networkidle' });
    const link = page.locator(`a[href="${to}"]`).filter({ visible: true }).first();
    await link.hover();
    await page.waitForTimeout(250);
    await page.evaluate(() => {
      addEventListener(
        'click',
        () => {
          sessionStorage.setItem('clicked', String(performance.timeOrigin + performance.now()));
        },
        true,
      );
    });
    await link.click();
    await page.waitForURL(`**${to}`);
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    times.push(
      await page.evaluate(() => {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        return performance.timeOrigin + (paint?.startTime ?? NaN) - Number(sessionStorage.getItem('clicked'));
      }),
    );
    await context.close();
  }
  server.close();
  return times.sort((a, b) => a - b)[3] ?? NaN;
}
