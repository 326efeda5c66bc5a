import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { SitePage } from './site.ts';

const note = '.line-note:not([hidden])';

test('pointing at a line of a manifest says what it means, beside it', async ({ page }) => {
  await page.goto('/objets/pod/');
  await page.getByText('image: nginx:1.28').hover();
  await expect(page.locator(note)).toContainText('L’image à lancer.');
  await page.getByText('containerPort: 80').hover();
  await expect(page.locator(note)).toContainText('Le numéro du port, dans le conteneur.');
  await page.locator(note).getByRole('button', { name: 'Copier' }).click();
  expect(await new SitePage(page).clipboard()).toBe('kubectl explain pod.spec.containers.ports.containerPort');
  await page.keyboard.press('Escape');
  await expect(page.locator(note)).toHaveCount(0);
});

test('the arrows go from line to line, and each is announced', async ({ page }) => {
  await page.goto('/manifestes/deployment/');
  await page.locator('.manifest pre').focus();
  await expect(page.locator(note)).toContainText('apiVersion');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await expect(page.locator(note)).toContainText('Le nom de l’objet');
  await expect(new SitePage(page).announcements).toContainText('metadata.name');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('Home and End go to the ends, Escape closes, and Tab goes on to « Copier » then out', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/manifestes/carnet/');
  await page.locator('.manifest pre').focus();
  // Said at once, not only at the first arrow.
  await expect(site.announcements).toContainText('apiVersion');
  await expect(page.getByRole('group', { name: /^carnet\.yaml, flèches haut et bas/ })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.locator(note)).toContainText('targetPort');
  await expect(page.locator('.line[data-active]')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Home');
  await expect(page.locator(note)).toContainText('apiVersion');
  await page.keyboard.press('Tab');
  await expect(page.locator(note).getByRole('button', { name: 'Copier' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => site.clipboard()).toBe('kubectl explain namespace.apiVersion');
  await page.keyboard.press('Escape');
  await expect(page.locator(note)).toHaveCount(0);
  await expect(page.locator('.manifest pre')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.manifest :focus')).toHaveCount(0);
});

for (const [title, viewport] of [
  ['on a desktop', { width: 1360, height: 800 }],
  ['at 200 %', { width: 680, height: 450 }],
  ['on a phone', { width: 320, height: 568 }],
] as const)
  test(`${title}, each sentence is whole in the window, and leaves its line to be seen`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('/manifestes/carnet/');
    await page.locator('.manifest pre').focus();
    const header = await page.getByRole('banner').boundingBox();
    const lines = await page.locator('.manifest .line').count();
    for (let line = 0; line < lines; line += 1) {
      await expect(page.locator('.line[data-active]')).toHaveCount(1);
      const shown = (await page.locator(note).boundingBox()) ?? { y: -1, height: 0 };
      const active = (await page.locator('.line[data-active]').boundingBox()) ?? { y: -1, height: 0 };
      expect.soft(shown.y, `line ${line + 1}`).toBeGreaterThanOrEqual((header?.height ?? 0) - 1);
      expect.soft(shown.y + shown.height, `line ${line + 1}`).toBeLessThanOrEqual(viewport.height + 1);
      const isCovered = active.y + active.height > shown.y + 1 && active.y < shown.y + shown.height - 1;
      expect.soft(isCovered, `line ${line + 1} is covered`).toBe(false);
      await page.keyboard.press('ArrowDown');
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  });

test('in forced colours, the line that is explained is outlined, and the marks of lines are framed', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/objets/pod/');
  await page.getByText('image: nginx:1.28').hover();
  await expect(page.locator('.line[data-active]')).toHaveCSS('outline-style', 'solid');
  const frame = await page
    .locator('.line[data-mark]')
    .first()
    .evaluate((line) => getComputedStyle(line, '::after').borderTopWidth);
  expect(frame).toBe('1px');
});

test('on a phone, a touch opens the sentence once, and « Fermer » closes it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    baseURL: baseURL ?? '',
  });
  const page = await context.newPage();
  await page.goto('/controleurs/statefulset/');
  await page.getByText('serviceName: base').tap();
  await expect(page.locator('.line-note')).toHaveCount(1);
  await expect(page.locator(note)).toContainText('nom DNS stable');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Fermer', exact: true }).and(page.locator('.line-note button')).tap();
  await expect(page.locator(note)).toHaveCount(0);
  // A line that is at the bottom of the window comes out from behind the sentence.
  const last = page.getByText('storage: 5Gi');
  await last.evaluate((line) => {
    line.scrollIntoView({ block: 'end' });
  });
  await last.tap();
  await expect(page.locator(note)).toContainText('place');
  const sentence = (await page.locator(note).boundingBox())?.y ?? 0;
  await expect.poll(async () => ((await last.boundingBox())?.y ?? Infinity) < sentence - 10).toBe(true);
  await context.close();
});

test('without script, each line has its sentence and its kubectl explain under the manifest', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/objets/pod/');
  await page.getByRole('link', { name: 'Ligne par ligne' }).click();
  await expect(page.locator('.fields')).toContainText('kubectl explain pod.spec.containers.image');
  await expect(page.getByText('kubectl apply -f pod.yaml')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Télécharger' })).toHaveAttribute('href', '/manifestes/pod.yaml');
  await context.close();
});
