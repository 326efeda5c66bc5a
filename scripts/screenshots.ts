// Makes a contact sheet of each kind of page, to be looked at: `npm run screenshots`, or `npm run screenshots -- home pod`,
// and with `--whole` to the end of the pages, larger.
// `npm run screenshots -- readme` takes the pictures of README.md anew.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'astro';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { findBrowser } from './browser.ts';

const OUT = fileURLToPath(new URL('../.cache/screenshots/', import.meta.url));
/** What is seen of a page: its beginning, as tall as this in CSS pixels. */
const HEIGHT = 1400;
/** Pages opened at the same time: most of their time is spent waiting. */
const AT_ONCE = 4;

/** A state of a page that is worth a look. */
interface Kind {
  readonly name: string;
  readonly address: string;
  /** What the reader does first. */
  readonly act?: (page: Page) => Promise<void>;
}
const ask = (page: Page, question: string): Promise<void> => page.locator('main carnet-search input').fill(question);

const KINDS: Kind[] = [
  { name: 'home', address: '/' },
  { name: 'commands', address: '/commandes/' },
  { name: 'theme', address: '/commandes/deboguer/' },
  { name: 'command', address: '/commandes/kubectl-rollout-undo/' },
  { name: 'long-command', address: '/commandes/kubectl-get-jsonpath/' },
  { name: 'danger', address: '/commandes/kubectl-delete-force/' },
  { name: 'section', address: '/objets/' },
  { name: 'pod', address: '/objets/pod/' },
  { name: 'controller', address: '/controleurs/deployment/' },
  { name: 'architecture', address: '/architecture/noeud/' },
  { name: 'diagram', address: '/architecture/schema-du-cluster/' },
  { name: 'frames', address: '/controleurs/mise-a-jour-progressive/' },
  { name: 'manifest', address: '/manifestes/carnet/' },
  { name: 'line', address: '/manifestes/carnet/', act: (page) => page.locator('.manifest pre').focus() },
  { name: 'notes', address: '/introduction/' },
  { name: 'symptom', address: '/deboguer/createcontainerconfigerror/' },
  { name: 'tutorial', address: '/tutoriels/hello-minikube/' },
  { name: 'cheat-sheet', address: '/antiseche/' },
  { name: 'corrections', address: '/corrections/' },
  { name: 'coverage', address: '/couverture/' },
  { name: 'versions', address: '/versions/' },
  { name: 'search', address: '/recherche/' },
  { name: 'results', address: '/recherche/?q=revenir' },
  { name: 'no-result', address: '/recherche/', act: (page) => ask(page, 'zzzzqqqq') },
  { name: 'search-failed', address: '/recherche/', act: fail },
  { name: 'filtered-empty', address: '/commandes/?objet=event&effet=suppression' },
  { name: 'not-found', address: '/404.html' },
  { name: 'offline', address: '/hors-ligne/' },
  { name: 'focus', address: '/commandes/kubectl-rollout-undo/', act: walk },
  { name: 'dialog', address: '/objets/pod/', act: openSearch },
  { name: 'values', address: '/commandes/kubectl-rollout-undo/', act: (page) => press(page, 'Mes valeurs') },
  { name: 'share', address: '/commandes/kubectl-rollout-undo/', act: (page) => press(page, /^Partager/) },
];

/** A way of looking at a page. */
interface Look {
  readonly label: string;
  readonly options: BrowserContextOptions;
  readonly media?: 'print';
}
const wide = (width: number, colorScheme: 'light' | 'dark'): Look => ({
  label: `${width} ${colorScheme}`,
  options: { viewport: { width, height: 900 }, colorScheme },
});
const LOOKS: Look[] = [
  ...[320, 768, 1360, 1920].flatMap((width) => [wide(width, 'light'), wide(width, 'dark')]),
  // What paper holds between its margins. The reader's theme is dark: paper is not.
  { label: 'printed', options: { viewport: { width: 718, height: 1060 }, colorScheme: 'dark' }, media: 'print' },
  { label: '1360 at 200 %', options: { viewport: { width: 680, height: 450 }, deviceScaleFactor: 2 } },
  ...(['light', 'dark'] as const).map((colorScheme) => ({
    label: `forced colours, ${colorScheme}`,
    options: { viewport: { width: 1360, height: 900 }, forcedColors: 'active' as const, colorScheme },
  })),
  { label: 'reduced motion', options: { viewport: { width: 768, height: 900 }, reducedMotion: 'reduce' } },
];

async function fail(page: Page): Promise<void> {
  await page.route('**/_search/**', (route) => route.abort());
  await ask(page, 'journaux');
}
/** Goes to « Copier » as without a mouse, so that the focus is seen. */
async function walk(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Copier', exact: true }).first().focus();
}
async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('dialog carnet-search input').fill('journaux');
}
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

async function shoot(browser: Browser, site: string, kind: Kind, look: Look): Promise<string> {
  const context = await browser.newContext(look.options);
  const page = await context.newPage();
  const response = await page.goto(site + kind.address, { waitUntil: 'networkidle' });
  if (!response?.ok()) throw new Error(`${kind.address} is not a page of the site: mend its line in KINDS.`);
  await kind.act?.(page);
  await page.waitForTimeout(kind.act || kind.address.includes('?q=') ? 700 : 100);
  if (look.media) await page.emulateMedia({ media: look.media });
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const size = look.options.viewport;
  const whole = kind.act ? (size?.height ?? HEIGHT) : Math.min(tall, isWhole ? tall : HEIGHT);
  const clip = { x: 0, y: 0, width: size?.width ?? 0, height: whole };
  const image = await page.screenshot({ fullPage: !kind.act, clip });
  await context.close();
  return `<figure><figcaption>${look.label}</figcaption><img src="data:image/png;base64,${image.toString('base64')}"></figure>`;
}

/** The pictures of README.md, light and dark, small: WebP, which forges show. */
async function shootForReadme(browser: Browser, site: string): Promise<void> {
  const pages = { command: '/commandes/kubectl-rollout-undo/', search: '/recherche/?q=revenir+en+arri%C3%A8re' };
  for (const [name, address] of Object.entries(pages)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width: 1120, height: 640 }, colorScheme });
      await page.goto(site + address, { waitUntil: 'networkidle' });
      await page.waitForTimeout(700);
      const path = fileURLToPath(new URL(`../tests/screenshots/${name}-${colorScheme}.webp`, import.meta.url));
      writeFileSync(path, await page.screenshot({ type: 'webp', quality: 80 }));
      await page.close();
      console.log(path);
    }
  }
}

const isWhole = process.argv.includes('--whole');
const asked = process.argv.slice(2).filter((name) => name !== '--whole');
const isForReadme = asked.includes('readme');
const kinds = KINDS.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (kinds.length === 0 && !isForReadme) {
  console.error(`No such page: ${asked.join(', ')}. There are: ${KINDS.map(({ name }) => name).join(', ')}, readme.`);
  process.exit(1);
}
const executablePath = findBrowser();
const server = await preview({ server: { port: Number(process.env.E2E_PORT ?? 4323) }, logLevel: 'warn' });
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
if (isForReadme) await shootForReadme(browser, `http://localhost:${server.port}`);
mkdirSync(OUT, { recursive: true });
for (const kind of kinds) {
  const figures: string[] = [];
  for (let first = 0; first < LOOKS.length; first += AT_ONCE) {
    const looks = LOOKS.slice(first, first + AT_ONCE);
    figures.push(
      ...(await Promise.all(looks.map((look) => shoot(browser, `http://localhost:${server.port}`, kind, look)))),
    );
  }
  const page = await browser.newPage({ viewport: { width: 2200, height: 900 } });
  await page.setContent(
    `<style>body{margin:0;padding:16px;background:#777;font:16px sans-serif;display:flex;flex-wrap:wrap;gap:16px;align-items:start}
    figure{margin:0}img{display:block;block-size:${isWhole ? 'auto' : '620px'};max-inline-size:900px;object-fit:contain;object-position:top left;border:1px solid #000}</style>${figures.join('')}`,
  );
  const sheet = join(OUT, `${kind.name}.png`);
  writeFileSync(sheet, await page.screenshot({ fullPage: true }));
  await page.close();
  console.log(sheet);
}
await browser.close();
await server.stop();
