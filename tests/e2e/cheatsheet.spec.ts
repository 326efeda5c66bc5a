import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from 'playwright/test';
import { parse } from 'yaml';
import { SitePage } from './site.ts';

/** Long but ordinary values, and what a large team calls its things. */
const LONG = {
  POD: 'boutique-catalogue-5d8f7c9b6-x2x7q',
  DEPLOYMENT: 'boutique-catalogue',
  NAMESPACE: 'equipe-catalogue-recette',
  IMAGE: 'registry.gitlab.com/equipe/boutique/catalogue:1.28.3-rc.4',
  CONTAINER: 'catalogue',
  SERVICE: 'boutique-catalogue-interne',
  NODE: 'gke-production-pool-1-7f3c1d2e-x9zk',
  FILE: 'deploiement/catalogue/deployment.yaml',
  REMOTE_PATH: '/var/log/catalogue/rapport.txt',
  LOCAL_PATH: './rapports/rapport.txt',
  CONTEXT: 'gke_projet_europe-west1_production',
};

/** How many A4 pages a print makes: its page objects, counted in the PDF. */
async function countPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  return pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

for (const [title, values] of [
  ['empty', {}],
  ['filled in with long values', LONG],
] as const) {
  test(`the cheat sheet prints on exactly two A4 pages, ${title}`, async ({ page }) => {
    await page.addInitScript((stored) => {
      localStorage.setItem('valeurs', JSON.stringify(stored));
    }, values);
    await page.goto('/antiseche/', { waitUntil: 'networkidle' });
    await expect(page.locator('#kubectl-describe--pod code')).toHaveText(
      `kubectl describe pod ${'POD' in values ? values.POD : '<POD>'}`,
    );
    expect(await countPages(page)).toBe(2);
    await page.emulateMedia({ media: 'print' });
    await expect(
      page.locator('.site-header, .sidebar, .copy, .sheet-tools, .site-footer').locator('visible=true'),
    ).toHaveCount(0);
    await expect(page.locator('.cheat-head').first()).toBeVisible();
  });
}

test('it holds every example that content/cheatsheet.yaml names, in its order, each copied with the values', async ({
  page,
}) => {
  const source = readFileSync(new URL('../../content/cheatsheet.yaml', import.meta.url), 'utf8');
  const named = (parse(source) as { examples: string[] }[][]).flat().flatMap(({ examples }) => examples);
  await page.goto('/antiseche/');
  const ids = await page.locator('main [data-example]').evaluateAll((examples) => examples.map(({ id }) => id));
  expect(ids).toEqual(named.map((reference) => reference.replace('#', '--')));
  const row = page.locator('#kubectl-logs--suivre');
  await row.getByRole('button', { name: '<POD>' }).click();
  await expect(page.locator('.value-input')).toBeFocused();
  await page.keyboard.type('boutique-1');
  await page.keyboard.press('Enter');
  await row.getByRole('button', { name: 'Copier' }).click();
  await expect(new SitePage(page).announcements).toHaveText('Commande copiée');
  expect(await new SitePage(page).clipboard()).toBe('kubectl logs -f boutique-1');
});

test('it is reached from the sections and the footer, and offers to print and to fill in', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => (document.title = 'imprimé');
  });
  await page.goto('/objets/pod/');
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Antisèche' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Antisèche' }).click();
  await page.getByRole('button', { name: 'Imprimer ou enregistrer en PDF' }).click();
  await expect(page).toHaveTitle('imprimé');
  await page.getByRole('button', { name: 'Remplir avec mes valeurs' }).click();
  await expect(page.getByRole('dialog', { name: 'Mes valeurs' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
