import { expect, test, type Page } from 'playwright/test';
import { SitePage } from './site.ts';

/** A reader without a mouse: counts the keys pressed beside the words typed. */
class Keyboard {
  keys = 0;
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1;
      await this.page.keyboard.press(key);
    }
  }
  /** Goes on with Tab until the focus is on what has this name. @throws Error when it is not reached in 80 steps. */
  async tabTo(name: RegExp): Promise<void> {
    for (let step = 0; step < 80; step += 1) {
      await this.press('Tab');
      const focused = await this.page.evaluate(() => {
        const element = document.activeElement;
        const label = element?.closest('label') ?? document.querySelector(`label[for="${element?.id ?? ''}"]`);
        return element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '';
      });
      if (name.test(focused.trim())) return;
    }
    throw new Error(`Tab does not lead to ${name.source}`);
  }
}

for (const [where, address] of [
  ['the home page', '/'],
  ['a command', '/commandes/kubectl-scale/'],
  ['an object', '/objets/pod/'],
  ['a page that does not exist', '/rien/'],
] as const) {
  test(`from ${where}, a command is found and copied in four keys at most beside the question`, async ({ page }) => {
    const site = new SitePage(page);
    const keyboard = new Keyboard(page);
    await page.goto(address);
    await keyboard.press('/');
    await page.keyboard.type('rollback');
    await expect(site.results.first()).toHaveAttribute('data-command', /rollout undo/);
    await keyboard.press('Control+Enter');
    await expect(site.announcements).toHaveText(/copiée/);
    expect(await site.clipboard()).toMatch(/^kubectl rollout undo/);
    expect(keyboard.keys).toBeLessThanOrEqual(4);
  });
}

test('the third answer is found and opened by arrows and Enter, and Escape leaves the search where it was called', async ({
  page,
}) => {
  const site = new SitePage(page);
  await page.goto('/objets/pod/');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(site.dialog).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.type('journaux');
  await expect(site.results.nth(2)).toBeVisible();
  const third = await site.results.nth(2).getByRole('link').getAttribute('href');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${third ?? ''}$`));
});

test('the first Tab offers to skip to the content, and the next one after it is inside', async ({ page }) => {
  await page.goto('/objets/pod/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('on a page, the command is copied from the first Tab on, in fifteen keys at most', async ({ page }) => {
  const site = new SitePage(page);
  const keyboard = new Keyboard(page);
  for (const address of ['/commandes/kubectl-logs/', '/commandes/kubectl-rollout-undo/']) {
    keyboard.keys = 0;
    await page.goto(address);
    const first = page.locator('[data-example]').first();
    await expect(first.getByRole('button', { name: 'Copier', exact: true })).toBeVisible();
    await keyboard.press('Tab', 'Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await keyboard.tabTo(/^Copier$/);
    await keyboard.press('Enter');
    await expect(site.announcements).toHaveText(/^Commande copiée/);
    expect(await site.clipboard()).toBe(await first.getAttribute('data-command'));
    expect(keyboard.keys, address).toBeLessThanOrEqual(15);
  }
});

test('a word to fill in is filled in by keyboard where it stands, and the line copied with it', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/commandes/kubectl-rollout-undo/');
  await expect(site.example('derniere').getByRole('button', { name: '<DEPLOYMENT>' })).toBeVisible();
  const keyboard = new Keyboard(page);
  await keyboard.press('Tab', 'Enter');
  await keyboard.tabTo(/<DEPLOYMENT>/);
  await keyboard.press('Enter');
  await expect(page.locator('.value-input')).toBeFocused();
  await page.keyboard.type('boutique');
  await keyboard.press('Enter');
  await keyboard.tabTo(/^Copier$/);
  await keyboard.press('Enter');
  await expect.poll(() => site.clipboard()).toBe('kubectl rollout undo deployment/boutique');
});

test('the theme is changed by keyboard, and its button says which one is on', async ({ page }) => {
  await page.goto('/objets/pod/');
  const keyboard = new Keyboard(page);
  await keyboard.tabTo(/^Thème/);
  await keyboard.press('Enter', 'Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Thème sombre' })).toBeFocused();
});

test('« Mes valeurs » is opened, filled in and left by keyboard', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/commandes/kubectl-rollout-undo/');
  const keyboard = new Keyboard(page);
  await keyboard.tabTo(/^Mes valeurs/);
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Mes valeurs' })).toBeVisible();
  if (!(await page.locator('.values-dialog input:focus').count())) await keyboard.tabTo(/^Nom du/);
  await page.keyboard.type('boutique');
  await keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Mes valeurs/ })).toBeFocused();
  await expect(site.example('derniere').locator('pre code')).toContainText('boutique');
});

test('an example is shared by keyboard: menu, arrow, Enter', async ({ page }) => {
  await page.goto('/commandes/kubectl-rollout-undo/');
  const keyboard = new Keyboard(page);
  await keyboard.tabTo(/^Partager/);
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await keyboard.press('ArrowDown', 'Enter');
  await expect(new SitePage(page).announcements).toHaveText(/copié/);
});

test('the list of commands is filtered by keyboard', async ({ page }) => {
  await page.goto('/commandes/');
  const keyboard = new Keyboard(page);
  await keyboard.tabTo(/^Effet/);
  await page.keyboard.type('Supp');
  await expect(page).toHaveURL(/effet=suppression/);
  await expect(page.locator('.row:visible').first()).toContainText('kubectl');
});

test('on a phone the sections open, are walked through and close by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/objets/pod/');
  const keyboard = new Keyboard(page);
  await keyboard.tabTo(/^Menu$/);
  await keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Menu', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.tabTo(/^Introduction$/);
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\/introduction\/$/);
});
