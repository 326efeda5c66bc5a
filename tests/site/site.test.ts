import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { DIST, readPages } from './dist.ts';

const pages = readPages();
const byAddress = new Map(pages.map((page) => [page.address, page.root]));
/** Pages that gather what others hold: one page by design, so each has a budget of its own, in bytes. */
const LONG_PAGES: Record<string, number> = {
  '/commandes/': 40_000,
  '/recherche/': 30_000,
  '/antiseche/': 20_000,
  '/corrections/': 30_000,
  '/couverture/': 20_000,
  // Each of the hundred lines of a Deployment as it is in production.
  '/manifestes/carnet/': 17_000,
};

test('every link of the site leads to a page or a file, and every fragment to an element', () => {
  const broken: string[] = [];
  for (const { address, root } of pages) {
    for (const link of root.querySelectorAll('a[href]')) {
      const target = new URL(link.getAttribute('href') ?? '', `http://site${address}`);
      if (target.host !== 'site') continue;
      const page = byAddress.get(target.pathname);
      const fragment = decodeURIComponent(target.hash.slice(1));
      if (!page && !existsSync(join(DIST, target.pathname))) broken.push(`${address} → ${target.pathname}`);
      else if (page && fragment && !page.getElementById(fragment))
        broken.push(`${address} → ${target.pathname}#${fragment}`);
    }
  }
  assert.deepEqual(broken, []);
});

test('no id is used twice in a page', () => {
  for (const { address, root } of pages) {
    const ids = root.querySelectorAll('[id]').map((element) => element.id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
      address,
    );
  }
});

test('every page has a title, a description, one h1, the language and the policy', () => {
  for (const { address, root } of pages) {
    assert.equal(root.querySelector('html')?.getAttribute('lang'), 'fr', address);
    assert.ok(root.querySelector('title')?.text, address);
    assert.ok(root.querySelector('meta[name=description]')?.getAttribute('content'), address);
    assert.equal(root.querySelectorAll('h1').length, 1, address);
    assert.match(
      root.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content') ?? '',
      /default-src 'self'/,
    );
  }
});

test('the policy of a page lets through, by its hash, each inline script that the browser acts on', () => {
  for (const { address, root } of pages) {
    const policy = root.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content') ?? '';
    const scripts = root.querySelectorAll('script:not([src], [type="application/ld+json"])');
    for (const { text } of scripts)
      assert.ok(policy.includes(createHash('sha256').update(text).digest('base64')), `${address}: ${text}`);
  }
});

test('no page holds an inline style, which the policy would refuse, nor asks another origin for anything', () => {
  for (const { address, root } of pages) {
    assert.equal(root.querySelectorAll('[style], style').length, 0, address);
    for (const element of root.querySelectorAll('script[src], img[src], link[rel=stylesheet]')) {
      const source = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
      assert.match(source, /^(\/(?!\/)|data:)/, `${address}: ${source}`);
    }
  }
});

test('the icons that browsers ask for by name are there, in their size', () => {
  const png = readFileSync(join(DIST, 'apple-touch-icon.png'));
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [180, 180]);
  const ico = readFileSync(join(DIST, 'favicon.ico'));
  assert.deepEqual([ico.readUInt16LE(2), ico[6], ico[7]], [1, 32, 32]);
  assert.equal(ico.readUInt32LE(14) + ico.readUInt32LE(18), ico.length);
  assert.match(readFileSync(join(DIST, 'favicon.svg'), 'utf8'), /^<svg/);
});

test('each example has an anchor and its whole command', () => {
  const examples = pages.flatMap(({ root }) => root.querySelectorAll('[data-example]'));
  assert.ok(examples.length > 250);
  for (const example of examples) {
    assert.ok(example.id);
    assert.match(example.getAttribute('data-command') ?? '', /kubectl|minikube/);
  }
});

test('each example of a command page is taken apart: a sentence for each part, and how far it reaches', () => {
  const examples = pages
    .filter(({ address }) => /^\/commandes\/(kubectl|minikube)/.test(address))
    .flatMap(({ root }) => root.querySelectorAll('.example[data-example]'))
    // Those that a page borrows from another are taken apart there.
    .filter(({ id }) => !id.includes('--'));
  assert.ok(examples.length > 500);
  for (const example of examples) {
    const terms = example.querySelectorAll('.anatomy dt').map((term) => term.text);
    assert.ok(terms.length >= 2 && terms.includes('Portée'), example.id);
    for (const sentence of example.querySelectorAll('.anatomy dd')) assert.match(sentence.text, /[.…]$/);
    const isDestructive = example.getAttribute('data-effect') === 'suppression';
    assert.equal(example.querySelectorAll('.warning').length, isDestructive ? 1 : 0, example.id);
  }
});

/** Compressed bytes of a page before search is opened: its HTML, its stylesheets and its scripts. */
const brotliSizes = new Map<string, number>();
function brotliSize(path: string): number {
  const size = brotliSizes.get(path) ?? brotliCompressSync(readFileSync(join(DIST, path))).length;
  brotliSizes.set(path, size);
  return size;
}

/** What a page asks for at first, compressed: bytes in gzip, of which script; bytes in brotli; the number of requests. */
function weigh(address: string): { total: number; script: number; brotli: () => number; requests: number } {
  const page = pages.find((candidate) => candidate.address === address);
  assert.ok(page, address);
  const files = page.root.querySelectorAll('link[rel=stylesheet], script[src]').map((element) => ({
    path: element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    isScript: element.tagName === 'SCRIPT',
  }));
  for (const file of files) {
    if (!file.isScript) continue;
    // A script brings those that it imports; `import()` is for later.
    const imports = readFileSync(join(DIST, file.path), 'utf8').matchAll(/(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g);
    for (const [, name = ''] of imports) files.push({ path: join(dirname(file.path), name), isScript: true });
  }
  const sizes = files.map(({ path, isScript }) => ({
    isScript,
    bytes: gzipSync(readFileSync(join(DIST, path))).length,
  }));
  const sum = (list: { bytes: number }[]): number => list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    total: gzipSync(page.html).length + sum(sizes),
    script: sum(sizes.filter(({ isScript }) => isScript)),
    // Asked of the commands only: it takes its time.
    brotli: () => brotliCompressSync(page.html).length + files.reduce((all, { path }) => all + brotliSize(path), 0),
    requests: 1 + files.length,
  };
}

const isCommand = (address: string): boolean => /^\/commandes\/(kubectl|minikube)/.test(address);

/** The most bytes of a page by its kind: those of the home page and of a command are under a quarter of Starlight's, 53 and 59 KiB. */
function budgetOf(address: string): number {
  if (address === '/') return 13_000;
  if (isCommand(address)) return 13_500;
  return LONG_PAGES[address] ?? 15_000;
}

test('a page weighs no more than its kind may: HTML, CSS and JavaScript, under 3 KB of it script but on the lists', () => {
  for (const { address } of pages) {
    const { total, script } = weigh(address);
    assert.ok(total < budgetOf(address), `${address} weighs ${total} bytes`);
    assert.ok(script < (address in LONG_PAGES ? 4_000 : 3_000), `${address} has ${script} bytes of script`);
  }
});

test('a command page weighs at most 12 KB: each in brotli, half of them in gzip too', () => {
  const weights = pages
    .filter(({ address }) => isCommand(address))
    .map(({ address }) => ({ address, ...weigh(address) }));
  for (const { address, brotli } of weights) assert.ok(brotli() < 12_000, `${address}: ${brotli()} bytes in brotli`);
  const median = weights.map(({ total }) => total).sort((a, b) => a - b)[weights.length >> 1] ?? NaN;
  assert.ok(median < 12_000, `half of the command pages weigh more than ${median} bytes in gzip`);
});

test('the home page and a command page need at most five requests, the icon included', () => {
  for (const { address } of pages) {
    if (address !== '/' && !isCommand(address)) continue;
    const { requests } = weigh(address);
    assert.ok(requests + 1 <= 5, `${address} asks for ${requests} files, and its icon`);
  }
});

test('a page does not grow with the site: neither its sidebar nor its script names every page', () => {
  const page = byAddress.get('/commandes/kubectl-get/');
  assert.ok((page?.querySelectorAll('.sidebar a').length ?? Infinity) < 40);
  const named = pages.filter(({ address }) => page?.querySelector(`a[href="${address}"]`));
  assert.ok(named.length < pages.length / 3, `${named.length} of ${pages.length} pages are linked from one`);
});

test('names link themselves in prose only: no link inside a link, a heading or a block of code, none to the page itself', () => {
  for (const { address, root } of pages) {
    assert.equal(root.querySelectorAll('a a, pre a').length, 0, address);
    for (const link of root.querySelectorAll('h1 a, h2 a, h3 a, h4 a'))
      assert.ok(link.classNames.includes('anchor') || address === '/corrections/', address);
    assert.equal(
      root.querySelectorAll(`.page-body p a[href="${address}"], .page-body li a[href="${address}"]`).length,
      0,
      address,
    );
  }
  const undo = byAddress.get('/commandes/kubectl-rollout-undo/');
  assert.equal(undo?.querySelectorAll('li a[href="/commandes/kubectl-apply/"] code').length, 1);
});
