import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { writeOffline } from '../../src/lib/offline/write.ts';
import { DIST, readPages } from '../site/dist.ts';
import { SitePage } from './site.ts';
import { StaticHost } from './static-host.ts';

test.use({ serviceWorkers: 'allow' });

let dist = '';
let host: StaticHost;
const messages: string[] = [];

test.beforeEach(async ({ page }) => {
  dist = await mkdtemp(join(tmpdir(), 'carnet-'));
  await cp(DIST, dist, { recursive: true, filter: (path) => !/cartes|\.md$/.test(path.slice(DIST.length)) });
  host = new StaticHost(dist);
  await host.start();
  messages.length = 0;
  await page.clock.install();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
});
test.afterEach(async () => {
  await host.stop();
  await rm(dist, { recursive: true });
});

/** Opens a page and waits until the site is kept. */
async function visit(page: Page, address = ''): Promise<void> {
  await page.goto(host.root + address);
  // What is kept is asked for some seconds after the page has come.
  await page.clock.fastForward(3000);
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** What the console says, but for what the browser itself tells of each request that fails, and of a page left half-shown. */
const unexpected = (): string[] => messages.filter((text) => !/^Failed to load resource|^Transition was/.test(text));

/** Gives a file with a hash another name, everywhere: as if it had changed. */
async function renameAsset(pattern: RegExp): Promise<void> {
  const files = (await readdir(dist, { recursive: true })).filter((file) => /\.(html|js)$/.test(file));
  const old =
    files
      .find((file) => pattern.test(file))
      ?.split(/[/\\]/)
      .pop() ?? '';
  for (const file of files) {
    const text = await readFile(join(dist, file), 'utf8');
    if (text.includes(old)) await writeFile(join(dist, file), text.replaceAll(old, `new-${old}`));
  }
  await rename(join(dist, '_astro', old), join(dist, '_astro', `new-${old}`));
}

/** Publishes a version in which a page says something else, and scripts that are loaded later have other names. */
async function publish(): Promise<void> {
  const page = join(dist, 'objets/pod/index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace(/<h1>[^]*?<\/h1>/, '<h1>Le Pod, revu</h1>'));
  await renameAsset(/_astro.menu\./);
  await renameAsset(/_astro.Base\.astro/);
  await writeOffline(dist);
}

/** What the build ships as `sw.js` when it is switched off. */
async function removalWorker(): Promise<string> {
  const source = new URL('../../src/workers/remove-offline.ts', import.meta.url);
  return stripTypeScriptTypes(await readFile(source, 'utf8'));
}

const update = (page: Page): Promise<void> =>
  page.evaluate(() =>
    navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => undefined),
  );

test('after one visit, with the host gone: every page is read, found and copied', async ({ page }) => {
  // A host that redirects an old address itself, as nginx does.
  await mkdir(join(dist, 'objets/ancien'));
  await writeFile(join(dist, 'objets/ancien/index.html'), 'Cette page a changé d’adresse');
  host.redirects.set('objets/ancien/', 'objets/pod/');
  await writeOffline(dist);
  await visit(page);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A test runs in a private window: nothing else keeps Chromium from installing the site.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  await host.stop();
  const site = new SitePage(page);

  // Never visited, at its anchor.
  await page.goto(`${host.root}commandes/kubectl-get/#namespace`);
  await site.example('namespace').getByRole('button', { name: 'Copier' }).click();
  await expect(site.announcements).toHaveText('Commande copiée');
  expect(await site.clipboard()).toMatch(/^kubectl get/);

  // What is loaded at the click.
  await site.example('namespace').getByRole('button', { name: 'Partager' }).click();
  await expect(page.getByRole('menu')).toBeVisible();

  // Search, by its address and in the dialog.
  await page.goto(`${host.root}recherche/?q=rollback`);
  await expect(site.results.first()).toHaveAttribute('data-command', /^kubectl rollout undo/);
  await site.searchField.fill('voir les journaux');
  await expect(site.results.first()).toHaveAttribute('data-command', /^kubectl logs/);
  // Words that no example and no section is about: Pagefind reads the whole text.
  await site.searchField.fill('représente');
  await expect(site.results.filter({ hasText: /représente/i }).first()).toBeVisible();
  await site.searchField.fill('voir les journaux');
  await expect(site.results.first()).toHaveAttribute('data-command', /^kubectl logs/);
  await site.results.first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/commandes\/kubectl-logs\/#/);
  await expect(page.locator('h1')).toBeVisible();

  await page.goto(`${host.root}objets/ancien/#pieges`);
  await expect(page).toHaveURL(`${host.root}objets/pod/#pieges`);

  // All that is left.
  const addresses = readPages().map(({ address }) => address.slice(1));
  const lost = await page.evaluate(async (all) => {
    const answers = await Promise.all(all.map((address) => fetch(`/${address}`).catch(() => undefined)));
    return all.filter((_, index) => !answers[index]?.ok);
  }, addresses);
  expect(lost).toEqual(['404.html']);
  expect(unexpected()).toEqual([]);
});

test('offline, an address that is not of the site says so, with a way on and a way to try again', async ({ page }) => {
  await visit(page);
  await page.context().setOffline(true);
  await page.goto(`${host.root}objets/inconnu/?x=1`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous êtes hors connexion');
  const site = new SitePage(page);
  await site.searchField.fill('rollback');
  await expect(site.results.first()).toHaveAttribute('data-command', /^kubectl rollout undo/);
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Réessayer' }).click();
  await expect(page).toHaveURL(`${host.root}objets/inconnu/?x=1`);
  await expect(page.getByText('hors connexion')).toBeHidden();
});

test('a page that was built again is fresh at the first reload; a host in trouble is answered for', async ({
  page,
}) => {
  await visit(page, 'objets/pod/');
  const file = join(dist, 'objets/pod/index.html');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/<h1>[^]*?<\/h1>/, '<h1>Construit à nouveau</h1>'));
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Construit à nouveau');
  host.isFailing = true;
  await page.goto(`${host.root}objets/service/`);
  await expect(page).toHaveTitle(/^Service/);
});

test('a new version is told to a page that is open, which goes on with its own files until the reader reloads it', async ({
  page,
  context,
}) => {
  await visit(page, 'objets/pod/');
  const before = await page.locator('h1').textContent();
  await publish();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const focus = page.getByRole('link', { name: 'Aller au contenu' });
  await focus.focus();

  // Another page comes from the host: it is new already, and is told nothing.
  const other = await context.newPage();
  await other.clock.install();
  await other.goto(`${host.root}objets/pod/`);
  await expect(other.locator('h1')).toHaveText('Le Pod, revu');
  await other.clock.fastForward(3000);

  const line = page.getByRole('region', { name: 'Nouvelle version' });
  await expect(line).toHaveText(/Une nouvelle version du carnet est prête/);
  await expect(new SitePage(page).announcements).toHaveText(/nouvelle version/);
  await expect(focus).toBeFocused();
  await expect(other.getByRole('region', { name: 'Nouvelle version' })).toHaveCount(0);
  // Only what changed was asked again: every page names the script that changed, nothing else did.
  expect(asked.filter((path) => /^\/(pagefind\/.*\.pf_|icon|manifestes\/.*yaml)/.test(path))).toEqual([]);

  // The old share menu is gone from the host.
  await expect(page.locator('h1')).toHaveText(before ?? '');
  await page.locator('h2 .share').first().click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.locator('footer a').last().focus();
  await page.keyboard.press('Tab');
  await expect(line.getByRole('button', { name: 'Recharger' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Le Pod, revu');
  await expect(page.getByRole('region', { name: 'Nouvelle version' })).toHaveCount(0);
  await host.stop();
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Le Pod, revu');
});

test('switched off, it takes away what it kept, and itself', async ({ page }) => {
  await visit(page);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  await writeFile(join(dist, 'sw.js'), await removalWorker());
  await update(page);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.goto(`${host.root}objets/pod/`);
  await expect(page.locator('h1')).toBeVisible();
  expect(messages).toEqual([]);
});

for (const [reason, prepare] of [
  [
    'the browser refuses to keep anything',
    (page: Page) =>
      page.addInitScript(() => {
        ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
      }),
  ],
  [
    'there is no room',
    async (page: Page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.root).origin, quotaSize: 500_000 });
    },
  ],
  [
    'the reader asks to save data',
    (page: Page) =>
      page.addInitScript(() => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
      }),
  ],
] as const) {
  test(`when ${reason}, nothing is kept and the page is whole`, async ({ page }) => {
    await prepare(page);
    await page.goto(`${host.root}objets/pod/`);
    await page.clock.fastForward(3000);
    await page.waitForTimeout(500);
    await page.locator('h2 .share').first().click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    expect(messages).toEqual([]);
  });
}
