import puppeteer, { type KeyInput } from 'puppeteer-core';
import type { Engine, Key } from './engine.ts';

const KEYS: Record<Exclude<Key, 'Paste'>, KeyInput> = { Enter: 'Enter', ArrowDown: 'ArrowDown', Escape: 'Escape' };

/** Starts an installed Firefox and speaks WebDriver BiDi with it: no driver stands in between. */
export async function startFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  return {
    name: (await browser.version()).replace('/', ' '),
    open: async (address) => {
      await page.goto(address, { waitUntil: 'load' });
    },
    run: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    click: async (selector) => {
      const element = await page.waitForSelector(selector, { visible: true });
      await element?.click();
    },
    type: (text) => page.keyboard.type(text),
    press: async (key) => {
      if (key !== 'Paste') {
        await page.keyboard.press(KEYS[key]);
        return;
      }
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
    },
    close: () => browser.close(),
  };
}
