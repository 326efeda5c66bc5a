import { expect, test, type Page } from 'playwright/test';

/** One page of each kind. */
const PAGES = [
  '/',
  '/commandes/',
  '/commandes/kubectl-logs/',
  '/objets/pod/',
  '/deboguer/pending/',
  '/antiseche/',
  '/corrections/',
  '/recherche/',
  '/404.html',
];

/** Where the focus is: what shows it, and whether the sticky header or the edge of the window hides it. */
function readFocus(page: Page): Promise<{ id: string; problem: string } | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const around = element.closest('.search-box');
    const isOutlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    const isFramed = around !== null && getComputedStyle(around).boxShadow !== 'none';
    const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 12), 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const isSeen =
      box.bottom > 0 &&
      box.top < innerHeight &&
      top !== null &&
      (element.contains(top) || top.contains(element) || top.closest('label')?.contains(element) === true);
    const id = element.outerHTML.slice(0, 140);
    if (!isOutlined && !isFramed) return { id, problem: 'nothing shows the focus' };
    return { id, problem: isSeen ? '' : 'hidden' };
  });
}

for (const width of [360, 1360]) {
  test(`at ${width} px, Tab goes through each kind of page with a focus that is always seen`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const address of PAGES) {
      await page.goto(address);
      const problems: string[] = [];
      const seen = new Set<string>();
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const focus = await readFocus(page);
        if (!focus) break;
        seen.add(focus.id);
        if (focus.problem) problems.push(`${address} ${focus.problem}: ${focus.id}`);
      }
      expect.soft(problems).toEqual([]);
      expect.soft(seen.size, address).toBeGreaterThan(5);
    }
  });

  test(`at ${width} px, what is pressed is at least 24 px high and wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of PAGES) {
      await page.goto(address, { waitUntil: 'networkidle' });
      const small = await page.evaluate(() => {
        /** A link inside a sentence has the height of its line: WCAG lets it be. */
        const isInSentence = (element: Element): boolean =>
          element.matches('a, .tok-placeholder') &&
          ['inline'].includes(getComputedStyle(element).display) &&
          element.parentElement?.textContent.trim() !== element.textContent.trim();
        return [...document.querySelectorAll('a[href], button, input, select, summary, [role=button]')]
          .filter(
            (element) =>
              element.checkVisibility({ visibilityProperty: true }) &&
              !isInSentence(element) &&
              !element.matches('.skip-link'),
          )
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (Math.round(box.width) < 24 || Math.round(box.height) < 24))
          .map(
            ({ element, box }) =>
              `${Math.round(box.width)} × ${Math.round(box.height)}: ${element.outerHTML.slice(0, 140)}`,
          );
      });
      expect.soft(small, address).toEqual([]);
    }
  });
}
