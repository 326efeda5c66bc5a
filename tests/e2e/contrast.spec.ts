import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';

/** One page of each kind: between them they hold every colour of the site. */
const PAGES = [
  '/',
  '/commandes/',
  '/commandes/kubectl-get-jsonpath/',
  '/commandes/kubectl-delete/',
  '/commandes/kubectl-delete-force/',
  '/objets/pod/',
  '/controleurs/job/',
  '/deboguer/crashloopbackoff/',
  '/introduction/',
  '/tutoriels/hello-minikube/',
  '/antiseche/',
  '/corrections/',
  '/recherche/?q=revenir',
  '/404.html',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in ${colorScheme}, every text has a contrast of 7, as painted`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const address of PAGES) {
      await page.goto(address);
      if (address.includes('?q=')) await expect(page.locator('[data-result]').first()).toBeVisible();
      const { violations, incomplete, passes } = await new AxeBuilder({ page })
        .withRules(['color-contrast-enhanced'])
        .analyze();
      const found = [...violations, ...incomplete].flatMap(({ nodes }) =>
        nodes.map(({ html, any }) => `${address} ${html.slice(0, 120)}: ${any[0]?.message ?? ''}`),
      );
      expect.soft(found).toEqual([]);
      expect(passes.flatMap(({ nodes }) => nodes).length, address).toBeGreaterThan(10);
    }
  });
}
