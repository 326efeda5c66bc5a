import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FRAGMENTS, LIST_NAME, type OfflineList } from '../../src/lib/offline/offline-list.ts';
import { DIST, readPages } from './dist.ts';

const worker = readFileSync(join(DIST, 'sw.js'), 'utf8');
const listName = LIST_NAME.exec(worker)?.[0] ?? '';
const { files } = JSON.parse(readFileSync(join(DIST, listName), 'utf8')) as OfflineList;
const pathOf = (address: string): string =>
  join(DIST, address === '' || address.endsWith('/') ? `${address}index.html` : address);

/** What a host sends for a file: compressed, unless it is already. */
function weigh(address: string): number {
  const body = readFileSync(pathOf(address));
  return /\.(png|ico|pf_\w+|pagefind)$/.test(address) ? body.length : gzipSync(body).length;
}

test('every page of the site is kept offline, and what its reading, its search and its scripts need', () => {
  const pages = readPages().map(({ address }) => address.slice(1));
  const scripts = readdirSync(join(DIST, '_astro')).filter((name) => /\.(js|css)$/.test(name));
  const index = readdirSync(join(DIST, '_search'), { recursive: true, encoding: 'utf8' });
  const fullText = ['pagefind.js', 'pagefind-entry.json', 'wasm.fr.pagefind'];
  const needed = [
    ...pages.filter((page) => page !== '404.html'),
    ...scripts.map((name) => `_astro/${name}`),
    ...index.filter((name) => name.includes('.')).map((name) => `_search/${name}`),
    ...[...fullText, ...readdirSync(join(DIST, 'pagefind/index')).map((name) => `index/${name}`)].map(
      (name) => `pagefind/${name}`,
    ),
    FRAGMENTS,
  ];
  assert.ok(pages.includes('hors-ligne/'));
  assert.deepEqual(
    needed.filter((address) => !(address in files)),
    [],
  );
});

test('all that is kept is there: one file that is not would keep the whole from being kept', () => {
  assert.deepEqual(
    Object.keys(files).filter((address) => !existsSync(pathOf(address))),
    [],
  );
});

test('what is kept offline is under 3 MB to download, in no more requests than a host allows', (context) => {
  const addresses = Object.keys(files);
  const total = addresses.reduce((sum, address) => sum + weigh(address), 0);
  context.diagnostic(`${addresses.length} files, ${Math.round(total / 1000)} kB compressed`);
  assert.ok(total < 3_000_000, `${total} bytes`);
  // GitLab Pages stops a reader at 1,000 requests in 50 seconds.
  assert.ok(addresses.length < 600, `${addresses.length} files`);
});

test('all fragments of the search index are in the file that stands for them', () => {
  const pack = JSON.parse(readFileSync(join(DIST, FRAGMENTS), 'utf8')) as Record<string, string>;
  assert.deepEqual(Object.keys(pack), readdirSync(join(DIST, 'pagefind/fragment')).sort());
  for (const text of Object.values(pack)) assert.match(text, /^pagefind_dcd\{/);
});

test('the service worker is one small script, which browsers run as it is', () => {
  assert.doesNotMatch(worker, /\b(import|export)\b/);
  assert.ok(gzipSync(worker).length < 2_000);
});

test('the site can be installed: names, icons in their sizes, a shortcut to search', () => {
  interface Icon {
    src: string;
    sizes: string;
    purpose?: string;
  }
  const manifest = JSON.parse(readFileSync(join(DIST, 'manifest.webmanifest'), 'utf8')) as {
    icons: Icon[];
    shortcuts: { url: string }[];
    start_url: string;
    short_name: string;
  };
  assert.ok(manifest.short_name.length <= 12, 'phones cut a longer name');
  assert.equal(manifest.start_url, '/');
  assert.ok(manifest.shortcuts.some(({ url }) => url === '/recherche/'));
  for (const { src, sizes } of manifest.icons.filter(({ src }) => src.endsWith('.png'))) {
    const png = readFileSync(join(DIST, src));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, src);
  }
  assert.ok(manifest.icons.some(({ sizes }) => sizes === '192x192'));
  assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
  for (const { address, root } of readPages())
    if (root.querySelector('body .site-header'))
      assert.ok(root.querySelector('link[rel=manifest][href="/manifest.webmanifest"]'), address);
});
