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
