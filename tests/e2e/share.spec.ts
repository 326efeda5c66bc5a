import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { SitePage } from './site.ts';

const PAGE = '/commandes/kubectl-rollout-undo/';
const COMMAND = 'kubectl rollout undo deployment/<DEPLOYMENT> --to-revision=<REVISION>';
const TITLE = 'Revenir à une révision précise';

/** Opens the share menu of an example. */
async function openMenu(page: Page, id = 'revision'): Promise<Locator> {
  await new SitePage(page)
    .example(id)
    .getByRole('button', { name: /^Partager/ })
    .click();
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  return menu;
}

async function choose(page: Page, name: string): Promise<string> {
  await page.getByRole('menuitem', { name, exact: true }).click();
  await expect(new SitePage(page).announcements).toHaveText(/copié/);
  return new SitePage(page).clipboard();
}

for (const [name, told, exact] of [
  ['Lien', 'Lien copié', (address: string) => address],
  ['Texte', 'Texte copié', (address: string) => `${TITLE} : ${COMMAND} — ${address}`],
  ['Markdown', 'Markdown copié', (address: string) => `[${TITLE}](${address})\n\n\`\`\`sh\n${COMMAND}\n\`\`\`\n`],
] as const) {
  test(`« ${name} » of an example is copied exactly, and said`, async ({ page, baseURL }) => {
    await page.goto(PAGE);
    await openMenu(page);
    expect(await choose(page, name)).toBe(exact(`${baseURL}${PAGE}#revision`));
    await expect(new SitePage(page).announcements).toHaveText(told);
    await expect(page.getByRole('menu')).toBeHidden();
  });
}

test('special characters and the reader’s values are copied as they are, in each form', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    localStorage.setItem('valeurs', JSON.stringify({ POD: 'web-1', REMOTE_PATH: '/tmp/a*b|```c' }));
  });
  const command = "kubectl exec web-1 -- tar cf - '/tmp/a*b|```c' | tar xf - -C <DIRECTORY>";
  const title = 'Copier un dossier avec ses liens symboliques';
  const address = `${baseURL}/commandes/kubectl-cp/#tar`;
  await page.goto('/commandes/kubectl-cp/');
  await openMenu(page, 'tar');
  expect(await choose(page, 'Texte')).toBe(`${title} : ${command} — ${address}`);
  await openMenu(page, 'tar');
  expect(await choose(page, 'Markdown')).toBe(`[${title}](${address})\n\n\`\`\`\`sh\n${command}\n\`\`\`\`\n`);
  await openMenu(page, 'tar');
  expect(await choose(page, 'Lien avec mes valeurs')).toBe(
    `${address}&v:POD=web-1&v:REMOTE_PATH=%2Ftmp%2Fa%2Ab%7C%60%60%60c`,
  );
});

test('each line of the menu says what it gives', async ({ page }) => {
  await page.goto(PAGE);
  await openMenu(page);
  const told = page.getByRole('menuitem', { name: 'Texte', exact: true });
  await expect(told).toHaveAccessibleDescription('tâche\u00a0: commande — adresse');
});

test('a section of a page of notes has its menu too', async ({ page, baseURL }) => {
  await page.goto('/objets/pod/');
  await page.getByRole('button', { name: 'Partager « Ce que partagent ses conteneurs »' }).click();
  expect(await choose(page, 'Lien')).toBe(`${baseURL}/objets/pod/#partage`);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`on a phone, the link of an example opens on it, under the header, marked: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${PAGE}#daemonset`);
    const example = new SitePage(page).example('daemonset');
    await expect(example.locator('.example-title')).toBeInViewport({ ratio: 1 });
    await expect(example).toHaveCSS('outline-style', 'solid');
    const header = await page.getByRole('banner').boundingBox();
    const box = await example.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  });

test('a section shares its title and address', async ({ page, baseURL }) => {
  await page.goto(PAGE);
  await page.getByRole('button', { name: /^Partager « Les pièges »/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Lien avec mes valeurs' })).toHaveCount(0);
  expect(await choose(page, 'Texte')).toBe(`Les pièges — ${baseURL}${PAGE}#pieges`);
  await page.getByRole('button', { name: /^Partager « Les pièges »/ }).click();
  expect(await choose(page, 'Markdown')).toBe(`[Les pièges](${baseURL}${PAGE}#pieges)`);
});

test('the menu is whole by keyboard, and has no axe violation', async ({ page, baseURL }) => {
  await page.goto(PAGE);
  const button = new SitePage(page).example('revision').getByRole('button', { name: /^Partager/ });
  await expect(button).toHaveAttribute('aria-haspopup', 'menu');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Lien', exact: true })).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem').last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('m');
  await expect(page.getByRole('menuitem', { name: 'Markdown' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(button).toBeFocused();
  await expect.poll(() => new SitePage(page).clipboard()).toBe(`${baseURL}${PAGE}#revision`);
});

test('on a phone the menu stays inside the window', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(PAGE);
  for (const id of ['derniere', 'revision', 'daemonset']) {
    await (await openMenu(page, id)).waitFor();
    await expect(page.getByRole('menuitem').first()).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('menuitem').last()).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
  }
});

test('the system share sheet is offered where there is one', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    navigator.share = (data) => {
      document.title = JSON.stringify(data);
      return Promise.resolve();
    };
  });
  await page.goto(PAGE);
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Partager…' }).click();
  await expect(page).toHaveTitle(JSON.stringify({ title: TITLE, text: COMMAND, url: `${baseURL}${PAGE}#revision` }));
});

test('without a clipboard, what was to be copied is selected in a field, line breaks and all', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Object.defineProperty(document, 'execCommand', { value: () => false });
  });
  await page.goto(PAGE);
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  const field = page.getByRole('textbox', { name: /refuse le presse-papiers/ });
  await expect(field).toBeFocused();
  const selected = await field.evaluate((element: HTMLTextAreaElement) =>
    element.value.slice(element.selectionStart, element.selectionEnd),
  );
  expect(selected).toContain(`\`\`\`sh\n${COMMAND}\n\`\`\``);
  await page.getByRole('button', { name: 'Fermer' }).click();
  await expect(field).toHaveCount(0);
});

test('on a page served without HTTPS, copying still works', async ({ page, context }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(PAGE);
  await new SitePage(page).example('derniere').getByRole('button', { name: 'Copier' }).click();
  await expect(new SitePage(page).announcements).toHaveText('Commande copiée');
  const other = await context.newPage();
  await other.goto('/404.html');
  expect(await new SitePage(other).clipboard()).toBe('kubectl rollout undo deployment/<DEPLOYMENT>');
});

test('« Lien avec mes valeurs » fills in for a colleague, who is told and drops them', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('valeurs', JSON.stringify({ DEPLOYMENT: "l'été & co", REVISION: '3', POD: 'autre' }));
  });
  await page.goto(PAGE);
  await expect(page.locator('#revision pre code')).toContainText('--to-revision=3');
  await openMenu(page);
  const address = await choose(page, 'Lien avec mes valeurs');
  expect(address).toBe(`${baseURL}${PAGE}#revision&v:DEPLOYMENT=l%27%C3%A9t%C3%A9%20%26%20co&v:REVISION=3`);

  const context = await browser.newContext({ baseURL });
  const colleague = await context.newPage();
  const asked: string[] = [];
  colleague.on('request', (request) => asked.push(request.url()));
  await colleague.addInitScript(() => {
    localStorage.setItem('valeurs', JSON.stringify({ DEPLOYMENT: 'la-mienne' }));
  });
  await colleague.goto(address);
  const banner = colleague.getByRole('region', { name: 'Valeurs du lien' });
  await expect(banner).toContainText('<REVISION> = 3');
  await expect(banner).toContainText('la vôtre : la-mienne');
  await expect(colleague.locator('#revision pre code')).toContainText("deployment/'l'\\''été & co' --to-revision=3");
  await expect(colleague.locator('#revision')).toBeInViewport();
  await expect(colleague.locator('#revision')).toHaveCSS('outline-style', 'solid');
  expect(await colleague.evaluate(() => localStorage.getItem('valeurs'))).toBe('{"DEPLOYMENT":"la-mienne"}');
  expect(asked.filter((url) => /v:|REVISION/.test(url))).toEqual([]);
  expect((await new AxeBuilder({ page: colleague }).analyze()).violations).toEqual([]);
  await banner.getByRole('button', { name: 'Les retirer' }).click();
  await expect(banner).toHaveCount(0);
  await expect(colleague.locator('#revision pre code')).toHaveText(
    'kubectl rollout undo deployment/la-mienne --to-revision=<REVISION>',
  );
  await expect(colleague).toHaveURL(/#revision$/);
  await context.close();
});

test('the values of a link last a reload, and are kept when the reader says so', async ({ page }) => {
  await page.goto(`${PAGE}#revision&v:REVISION=3`);
  await page.reload();
  await page.getByRole('button', { name: 'Les garder' }).click();
  await expect(new SitePage(page).announcements).toHaveText('Valeurs gardées sur cet appareil');
  await page.goto('/commandes/kubectl-rollout-history/');
  await expect(page.locator('#detail pre code')).toContainText('--revision=3');
});

test('a link with a hostile or unreadable value does no harm, and says what it ignores', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', () => errors.push('a dialog'));
  const image = encodeURIComponent('<img src=x onerror=alert(1)>');
  await page.goto(`${PAGE}#derniere&v:DEPLOYMENT=${image}&v:REVISION=%E0%A4&v:POD=--all&v:NOPE=x&v:__proto__=x`);
  const banner = page.getByRole('region', { name: 'Valeurs du lien' });
  await expect(banner).toContainText('<img src=x onerror=alert(1)>');
  await expect(banner).toContainText('4 valeurs du lien sont illisibles');
  expect(await page.locator('main img').count()).toBe(0);
  await expect(page.locator('#derniere pre code')).toHaveText(
    "kubectl rollout undo deployment/'<img src=x onerror=alert(1)>'",
  );
  expect(errors).toEqual([]);
});

test('a password is left out of the link, and that is said', async ({ page }) => {
  await page.goto('/commandes/kubectl-config-credentials/');
  for (const [name, value] of [
    ['<PASSWORD>', 's3cret'],
    ['<USER>', 'alice'],
  ] as const) {
    await page.locator('#jeton').getByRole('button', { name }).click();
    await expect(page.locator('.value-input')).toBeFocused();
    await expect(page.locator('.value-input')).toBeFocused();
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await openMenu(page, 'jeton');
  expect(await choose(page, 'Lien avec mes valeurs')).toMatch(/#jeton&v:USER=alice$/);
  await expect(new SitePage(page).announcements).toHaveText('Lien avec vos valeurs copié, sans <PASSWORD>');
  await openMenu(page, 'jeton');
  expect(await choose(page, 'Texte')).toContain('set-credentials alice --token=<PASSWORD>');
});
