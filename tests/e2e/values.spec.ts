import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { SitePage } from './site.ts';

const PAGE = '/commandes/kubectl-rollout-undo/';

/** Fills in a placeholder of an example by keyboard: focus, Enter, type, Enter. */
async function fillIn(page: Page, example: string, placeholder: string, value: string): Promise<void> {
  await new SitePage(page).example(example).getByRole('button', { name: placeholder }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.value-input')).toBeFocused();
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
}

async function copied(page: Page, example: string): Promise<string> {
  const site = new SitePage(page);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await site.example(example).getByRole('button', { name: 'Copier', exact: true }).click();
  await expect.poll(() => site.clipboard()).not.toBe('');
  return site.clipboard();
}

test('a placeholder filled in by keyboard fills every command of the page and of the site, and is remembered', async ({
  page,
}) => {
  await page.goto(PAGE);
  await fillIn(page, 'derniere', '<DEPLOYMENT>', 'boutique');
  const site = new SitePage(page);
  await expect(site.announcements).toHaveText('boutique remplace <DEPLOYMENT> partout');
  await expect(site.example('derniere').getByRole('button', { name: /boutique/ })).toBeFocused();
  expect(await copied(page, 'derniere')).toBe('kubectl rollout undo deployment/boutique');
  await expect(site.example('revision').locator('pre code')).toHaveText(
    'kubectl rollout undo deployment/boutique --to-revision=<REVISION>',
  );
  await expect(site.example('revision')).toHaveAttribute('data-command', /<DEPLOYMENT>/);
  await page.goto('/commandes/kubectl-scale/');
  await expect(site.example('replicas').locator('pre code')).toHaveText(
    'kubectl scale deployment/boutique --replicas=4',
  );
  expect(await copied(page, 'replicas')).toBe('kubectl scale deployment/boutique --replicas=4');
});

test('a click fills in too, as the reader types; Escape goes back', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto(PAGE);
  await site.example('derniere').locator('.tok-placeholder').click();
  await page.locator('.value-input').pressSequentially('a b');
  await expect(site.example('essai').locator('pre')).toContainText("deployment/'a b'");
  await page.keyboard.press('Escape');
  await expect(site.example('essai').locator('pre')).toContainText('deployment/<DEPLOYMENT>');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a value that the shell would cut is copied as one word, and its shape gets a hint, not a refusal', async ({
  page,
}) => {
  await page.goto(PAGE);
  await new SitePage(page).example('derniere').locator('.tok-placeholder').click();
  await page.locator('.value-input').pressSequentially("l'été $HOME");
  await expect(page.locator('.value-tip')).toContainText('On attend un nom en minuscules');
  // « Copier » at once, without leaving the field first.
  expect(await copied(page, 'derniere')).toBe("kubectl rollout undo deployment/'l'\\''été $HOME'");
  await expect(page.locator('.value-input')).toHaveCount(0);
});

test('« Mes valeurs » shows, edits, clears and brings back', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto(PAGE);
  await fillIn(page, 'derniere', '<DEPLOYMENT>', 'boutique');
  await page.getByRole('button', { name: 'Mes valeurs' }).click();
  const panel = page.getByRole('dialog', { name: 'Mes valeurs' });
  const field = panel.getByLabel(/^Nom du Deployment/).first();
  await expect(field).toHaveValue('boutique');
  expect((await new AxeBuilder({ page }).include('.values-dialog').analyze()).violations).toEqual([]);
  await field.fill('panier');
  await panel.getByText('Tous les autres').click();
  await panel.getByLabel(/^Nom du namespace/).fill('dev');
  await expect(site.example('derniere').locator('pre code')).toContainText('deployment/panier');
  await panel.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(field).toHaveValue('');
  await panel.getByRole('button', { name: 'Rétablir' }).click();
  await expect(field).toHaveValue('panier');
  await panel.getByRole('button', { name: 'Effacer Nom du Deployment' }).click();
  await panel.getByRole('button', { name: 'Fermer' }).click();
  await expect(page.getByRole('button', { name: 'Mes valeurs' })).toBeFocused();
  expect(await copied(page, 'derniere')).toBe('kubectl rollout undo deployment/<DEPLOYMENT>');
  expect(await page.evaluate(() => localStorage.getItem('valeurs'))).toBe('{"NAMESPACE":"dev"}');
});

test('a destructive command with a word to fill in is copied as it is, and the reader is told', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/commandes/kubectl-delete/');
  expect(await copied(page, 'pod')).toBe('kubectl delete pod <POD>');
  await expect(site.announcements).toHaveText('Commande copiée avec <POD> à remplir : le shell la refuse telle quelle');
  await expect(site.example('pod').getByRole('button', { name: 'Copier' })).toHaveAttribute(
    'data-copied',
    ', à remplir',
  );
  await fillIn(page, 'pod', '<POD>', 'boutique-1');
  expect(await copied(page, 'pod')).toBe('kubectl delete pod boutique-1');
  await expect(site.announcements).toHaveText('Commande de suppression copiée, avec vos valeurs');
});

test('a password is filled in for the life of the page, and never stored', async ({ page }) => {
  await page.goto('/commandes/kubectl-config-credentials/');
  await fillIn(page, 'jeton', '<PASSWORD>', 's3cret');
  await fillIn(page, 'jeton', '<USER>', 'alice');
  expect(await copied(page, 'jeton')).toBe('kubectl config set-credentials alice --token=s3cret');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('s3cret');
  await page.reload();
  await expect(new SitePage(page).example('jeton').locator('pre code')).toContainText('alice --token=<PASSWORD>');
});

for (const [title, breakStorage] of [
  [
    'refused',
    () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    },
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
] as const) {
  test(`storage ${title}: values hold for the life of the page`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(breakStorage);
    await page.goto(PAGE);
    await fillIn(page, 'derniere', '<DEPLOYMENT>', 'boutique');
    expect(await copied(page, 'revision')).toContain('deployment/boutique');
    await page.getByRole('button', { name: 'Mes valeurs' }).click();
    await expect(page.locator('.values-dialog')).toContainText('Ce navigateur refuse de les garder');
    expect(errors).toEqual([]);
  });
}

for (const stored of ['{', 'null', '[]', '7', '{"POD":7,"__proto__":"x","pod":"y","DEPLOYMENT":"bon\\u0007"}']) {
  test(`broken storage does no harm: ${stored}`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript((value) => {
      localStorage.setItem('valeurs', value);
    }, stored);
    await page.goto(PAGE);
    const shown = stored.includes('bon') ? 'deployment/bon' : 'deployment/<DEPLOYMENT>';
    await expect(new SitePage(page).example('derniere').locator('pre code')).toContainText(shown);
    expect(errors).toEqual([]);
  });
}

test('nothing of filling in is downloaded before there is something to fill in', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(PAGE, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /values|share|menu/.test(path))).toEqual([]);
});

test('without script, placeholders read as placeholders', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${PAGE}#derniere&v:DEPLOYMENT=x`);
  await expect(page.locator('#derniere pre code')).toHaveText('kubectl rollout undo deployment/<DEPLOYMENT>');
  await expect(page.getByRole('button', { name: 'Mes valeurs' })).toHaveCount(0);
  await context.close();
});

test('search results show and copy the values too', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('valeurs', '{"DEPLOYMENT":"a b"}');
  });
  const site = new SitePage(page);
  await page.goto('/recherche/?q=rollout%20undo');
  await expect(site.results.first().locator('code')).toHaveText("kubectl rollout undo deployment/'a b'");
  await expect(site.results.first()).toHaveAttribute('data-command', 'kubectl rollout undo deployment/<DEPLOYMENT>');
  await site.results.first().getByRole('button', { name: 'Copier' }).click();
  await expect(site.announcements).toHaveText('Commande copiée');
  expect(await site.clipboard()).toBe("kubectl rollout undo deployment/'a b'");
});
