import { expect, test } from 'playwright/test';
import { readPages } from '../site/dist.ts';

const addresses = readPages()
  .filter(({ root }) => root.querySelector('.diagram'))
  .map(({ address }) => address);

/** What is wrong with the drawings of the page, measured on the screen. Runs in the page. */
function findFaults(): string[] {
  const faults: string[] = [];
  const drawings = [...document.querySelectorAll<SVGSVGElement>('.diagram svg')].filter((svg) => svg.checkVisibility());
  for (const svg of drawings) {
    const frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    const words = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.closest('.box'),
      size: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
      place: text.getBoundingClientRect(),
    }));
    for (const { text, box, size, place } of words) {
      if (size < 11.9) faults.push(`« ${text} » is ${size.toFixed(1)} px high`);
      const room = box?.querySelector('rect')?.getBoundingClientRect() ?? frame;
      const margin = box ? 3 : -1;
      if (place.left < room.left + margin || place.right > room.right - margin) faults.push(`« ${text} » is too wide`);
      if (place.top < room.top - 1 || place.bottom > room.bottom + 1) faults.push(`« ${text} » is too high`);
    }
    for (const [index, a] of words.entries()) {
      for (const b of words.slice(index + 1)) {
        const isSide = a.place.right <= b.place.left + 1 || b.place.right <= a.place.left + 1;
        const isAbove = a.place.bottom <= b.place.top + 3 || b.place.bottom <= a.place.top + 3;
        if (!isSide && !isAbove) faults.push(`« ${a.text} » is over « ${b.text} »`);
      }
    }
  }
  return faults;
}

for (const width of [320, 360, 768, 1360]) {
  test(`the words of diagrams can be read and keep to their boxes at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of addresses) {
      await page.goto(address);
      expect(await page.locator('.diagram svg:visible').count(), address).toBeGreaterThan(0);
      expect.soft(await page.evaluate(findFaults), address).toEqual([]);
    }
  });
}

test('a part of a diagram is reached and followed with the keyboard', async ({ page }) => {
  await page.goto('/architecture/schema-du-cluster/');
  const part = page.locator('.diagram svg:visible').getByRole('link', { name: 'etcd' });
  await part.focus();
  await expect(part).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/architecture\/etcd\/$/);
});
