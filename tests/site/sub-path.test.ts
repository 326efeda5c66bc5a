import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readBuiltAddresses } from '../../src/lib/built-addresses.ts';
import { readRedirects } from '../../src/lib/content/aliases.ts';
import { findBreaks, parsePublished, resolve } from '../../src/lib/published.ts';
import { parseRedirectsFile, toNginxRules } from '../../src/lib/redirects.ts';
import { DIST, readIndexedAddresses, readPages, type BuiltPage } from './dist.ts';
import { buildSubPath, MOVED_FILE, MOVES, SUB_PATH } from './sub-path.ts';

before(() => {
  buildSubPath();
});

/** A built site: its folder, its base path, its origin, its pages. */
interface Site {
  readonly dist: string;
  readonly base: string;
  readonly origin: string;
  readonly pages: readonly BuiltPage[];
}

const atRoot = (): Site => ({
  dist: DIST,
  base: '/',
  origin: 'https://carnet-kubernetes.example',
  pages: readPages(),
});
const underPath = (): Site => ({
  dist: SUB_PATH.dist,
  base: SUB_PATH.base,
  origin: SUB_PATH.site,
  pages: readPages(SUB_PATH.dist),
});

/** Why an address leads nowhere on the site; undefined when all is well, or when it is another site's. */
function faultOf(address: string, from: string, { dist, base, origin, pages }: Site): string | undefined {
  const url = new URL(address, `${origin}${base.slice(0, -1)}${from}`);
  if (url.origin !== origin) return undefined;
  if (!url.pathname.startsWith(base)) return `${from} → ${address} is outside ${base}`;
  const path = `/${url.pathname.slice(base.length)}`;
  const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
  if (!existsSync(file) || !statSync(file).isFile()) return `${from} → ${address} is not there`;
  const anchor = decodeURIComponent(url.hash.slice(1));
  const page = pages.find((candidate) => candidate.address === path);
  return page && anchor && !page.root.getElementById(anchor) ? `${from} → ${address} has no such anchor` : undefined;
}

const LINKS: Record<string, string> = {
  'a[href], link[href]': 'href',
  'script[src], img[src]': 'src',
  'form[action]': 'action',
  'meta[property="og:image"], meta[property="og:url"]': 'content',
};

/** Every address that the pages name, and the files that machines read. */
function faultsOf(site: Site): string[] {
  const faults = site.pages.flatMap(({ address, root }) =>
    Object.entries(LINKS).flatMap(([selector, attribute]) =>
      root.querySelectorAll(selector).map((element) => faultOf(element.getAttribute(attribute) ?? '', address, site)),
    ),
  );
  const files = readdirSync(site.dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(xml|txt|md|json)$/.test(path),
  );
  for (const path of files) {
    const text = readFileSync(join(site.dist, path), 'utf8');
    for (const [address] of text.matchAll(new RegExp(`${site.origin}[^\\s"<>)\\]}?]*`, 'g')))
      faults.push(faultOf(address.replaceAll('&amp;', '&'), `/${path}`, site));
  }
  return faults.filter((fault) => fault !== undefined);
}

for (const [title, read] of [
  ['at the root of a domain', atRoot],
  ['under a sub-path', underPath],
] as const) {
  test(`${title}, every address that a page, a script, a card, a sitemap or a Markdown twin names is there`, () => {
    assert.deepEqual(faultsOf(read()), []);
  });

  test(`${title}, every search record leads to its page and its anchor`, () => {
    const site = read();
    const addresses = readIndexedAddresses(site.dist);
    assert.ok(addresses.length > 900);
    assert.deepEqual(
      addresses.map((address) => faultOf(address, '/', site)).filter((fault) => fault !== undefined),
      [],
    );
  });
}

test('under a sub-path, scripts learn the base, the cheat sheet prints its address, and the opener of links is told', () => {
  const { pages } = underPath();
  for (const { address, root } of pages) {
    if (root.querySelector('noscript meta')) continue;
    assert.equal(root.querySelector('html')?.getAttribute('data-base'), SUB_PATH.base, address);
  }
  const sheet = pages.find(({ address }) => address === '/antiseche/')?.root;
  assert.match(sheet?.querySelector('.cheat-head')?.text ?? '', /notes\.example\/notes-k8s\/antiseche\//);
  const search = readFileSync(join(SUB_PATH.dist, 'opensearch.xml'), 'utf8');
  assert.match(search, /template="https:\/\/notes\.example\/notes-k8s\/recherche\/\?q=\{searchTerms\}"/);
});

test('each page leads to the editor of its file and to its history where EDIT_URL says where they are, and nowhere else', () => {
  const linksOf = (site: Site, address: string): (string | undefined)[] =>
    (site.pages.find((page) => page.address === address)?.root.querySelectorAll('.page-source a') ?? [])
      .map((link) => link.getAttribute('href'))
      .filter((href) => href?.startsWith('https:'));
  const repository = 'https://gitlab.example/k8s/carnet/-';
  for (const [address, file] of [
    ['/objets/pod/', 'content/objects/pod.mdx'],
    ['/commandes/kubectl-get/', 'content/commands/explore/kubectl-get.mdx'],
    ['/manifestes/pod/', 'content/objects/manifests/pod.yaml'],
  ] as const) {
    const expected = [`${repository}/commits/main/${file}`, `${repository}/edit/main/${file}`];
    assert.deepEqual(linksOf(underPath(), address), expected);
    if (!process.env.EDIT_URL) assert.deepEqual(linksOf(atRoot(), address), []);
  }
  // The copy is outside git: a page without a known date tells none.
  assert.equal(underPath().pages.filter(({ root }) => root.querySelector('.page-source time')).length, 0);
});

test('under a sub-path, every published address leads to what it led to', async () => {
  const list = fileURLToPath(new URL('../../src/data/published.txt', import.meta.url));
  const built = await readBuiltAddresses(SUB_PATH.dist, SUB_PATH.base);
  assert.deepEqual(findBreaks(parsePublished(readFileSync(list, 'utf8')), built), []);
});

test('what was renamed or moved is still found at its old address', async () => {
  const built = await readBuiltAddresses(SUB_PATH.dist, SUB_PATH.base);
  for (const [from, to] of Object.entries(MOVES)) {
    assert.ok(built.named.has(to), to);
    assert.equal(resolve(from, built), built.named.get(to), from);
  }
  assert.match(
    readFileSync(join(SUB_PATH.dist, 'objets/ancien-pod/index.md'), 'utf8'),
    /<https:\/\/notes\.example\/notes-k8s\/objets\/pod\/index\.md>/,
  );
  const [old, now] = MOVED_FILE.map((path) => readFileSync(join(SUB_PATH.dist, path), 'utf8'));
  assert.equal(old, now);
});

test('the page at each old address, the rules of _redirects and those of nginx lead to the same places', async () => {
  const pages = underPath().pages.filter(({ root }) => root.querySelector('noscript meta'));
  const told = pages.map(({ address, root }) => {
    const to = root.querySelector('a')?.getAttribute('href') ?? '';
    const canonical = root.querySelector('link[rel=canonical]')?.getAttribute('href');
    assert.equal(canonical, SUB_PATH.site + to, address);
    assert.equal(root.querySelector('meta[property="og:url"]')?.getAttribute('content'), canonical, address);
    assert.equal(root.querySelector('meta[name=robots]')?.getAttribute('content'), 'noindex', address);
    assert.equal(root.querySelector('noscript meta')?.getAttribute('content'), `0; url=${to}`, address);
    return [`/notes-k8s${address}`, to];
  });
  assert.deepEqual(told.sort(), [
    ['/notes-k8s/commandes/anciennes/', '/notes-k8s/commandes/explorer/'],
    ['/notes-k8s/manifestes/ancien-pod/', '/notes-k8s/manifestes/pod/'],
    ['/notes-k8s/objets/ancien-pod/', '/notes-k8s/objets/pod/'],
  ]);
  const rules = readFileSync(join(SUB_PATH.dist, '_redirects'), 'utf8');
  assert.deepEqual([...parseRedirectsFile(rules)].sort(), told);
  const nginx = toNginxRules(await readRedirects(join(SUB_PATH.dist, '../content')), SUB_PATH.base);
  for (const [from = '', to = ''] of told)
    assert.ok(nginx.includes(`location = ${from} { return 301 ${to}$is_args$args; }\n`), from);
});
