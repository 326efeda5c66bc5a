import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { DIST } from '../site/dist.ts';
import { NGINX, serveSite, SKIP, type Server } from './server.ts';

const HSTS = 'max-age=31536000; includeSubDomains';
const redirects = [{ from: '/objets/ancien/', to: '/objets/pod/' }];
const read = (path: string): Buffer => readFileSync(join(DIST, path));
/** The first file of a folder whose name matches: `_astro/Base.IkL2OgUV.css`. */
const first = (folder: string, name: RegExp): string =>
  `/${folder}/${readdirSync(join(DIST, folder), { recursive: true, encoding: 'utf8' }).find((file) => name.test(file)) ?? ''}`;

let server: Server;
before(async () => {
  if (!SKIP) server = await serveSite(DIST, { hsts: HSTS, redirects });
});
after(() => (SKIP ? undefined : server.stop()));

test('a page comes as the client reads it: brotli, else gzip, else plain', { skip: SKIP }, async () => {
  const plain = read('objets/pod/index.html');
  const encodings = [
    ['gzip, deflate, br, zstd', NGINX?.brotliModule ? 'br' : 'gzip'],
    ['gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0', 'gzip'],
    ['identity', undefined],
    ['gzip;q=0', undefined],
    ['', undefined],
  ] as const;
  for (const [accepted, encoding] of encodings) {
    const { status, headers, body } = await server.ask('/objets/pod/', { 'accept-encoding': accepted });
    assert.equal(status, 200);
    assert.equal(headers['content-encoding'], encoding, `for « ${accepted} »`);
    assert.equal(headers.vary, 'Accept-Encoding', `for « ${accepted} »`);
    assert.equal(headers['content-length'], String(body.length));
    const unpacked = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
    assert.ok(unpacked.equals(plain));
    assert.ok(encoding === undefined || body.length < plain.length / 2);
  }
});

test('a proxy that says its name gets compressed pages too', { skip: SKIP }, async () => {
  const { headers } = await server.ask('/', { 'accept-encoding': 'gzip', via: '1.1 proxy' });
  assert.equal(headers['content-encoding'], 'gzip');
});

test('HEAD answers what GET would, without a body', { skip: SKIP }, async () => {
  const accepted = { 'accept-encoding': 'gzip' };
  const [get, head] = await Promise.all([server.ask('/', accepted), server.ask('/', accepted, 'HEAD')]);
  assert.equal(head.body.length, 0);
  for (const name of ['content-length', 'etag', 'content-type', 'cache-control', 'content-encoding'])
    assert.equal(head.headers[name], get.headers[name], name);
});

test('a file whose name holds its hash is kept for ever, the rest is asked again', { skip: SKIP }, async () => {
  const forever = 'public, max-age=31536000, immutable';
  const day = 'public, max-age=86400';
  const expected = [
    [first('_astro', /\.js$/), forever],
    [first('_astro', /\.css$/), forever],
    [first('_search', /\//), forever],
    [first('pagefind/fragment', /\.pf_fragment$/), forever],
    [first('pagefind/index', /\.pf_index$/), forever],
    [first('pagefind', /\.pf_meta$/), forever],
    ['/favicon.svg', day],
    ['/cartes/objets/pod.png', day],
    ['/', 'no-cache'],
    ['/objets/pod/', 'no-cache'],
    ['/objets/pod/index.md', 'no-cache'],
    ['/commandes.json', 'no-cache'],
    ['/pagefind/pagefind.js', 'no-cache'],
    ['/pagefind/pagefind-entry.json', 'no-cache'],
    // A file that is missing now may come with the next version.
    ['/_astro/missing.js', 'no-cache'],
    ['/pagefind/fragment/unknown_0000000.pf_fragment', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/manifest.webmanifest', 'no-cache'],
    ['/_search/index.json', 'no-cache'],
  ] as const;
  for (const [path, caching] of expected)
    assert.equal((await server.ask(path)).headers['cache-control'], caching, path);
});

test('a page that did not change is answered 304, for each of its encodings', { skip: SKIP }, async () => {
  for (const encoding of ['', 'gzip', 'br']) {
    const accepted = { 'accept-encoding': encoding };
    const { headers } = await server.ask('/objets/pod/', accepted);
    const etag = headers.etag ?? '';
    assert.match(etag, /^"/, 'a strong one');
    const again = await server.ask('/objets/pod/', { ...accepted, 'if-none-match': etag });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    assert.equal(again.headers['cache-control'], 'no-cache');
    assert.equal((await server.ask('/objets/pod/', { ...accepted, 'if-none-match': '"other"' })).status, 200);
  }
});

test('a part of a file can be asked for', { skip: SKIP }, async () => {
  const card = read('cartes/objets/pod.png');
  const part = await server.ask('/cartes/objets/pod.png', { range: 'bytes=8-15' });
  assert.equal(part.status, 206);
  assert.equal(part.headers['content-range'], `bytes 8-15/${card.length}`);
  assert.ok(part.body.equals(card.subarray(8, 16)));
  assert.equal((await server.ask('/cartes/objets/pod.png', { range: 'bytes=99999999-' })).status, 416);
});

test('each file has its type', { skip: SKIP }, async () => {
  const expected = [
    ['/', 'text/html; charset=utf-8'],
    [first('_astro', /\.css$/), 'text/css; charset=utf-8'],
    [first('_astro', /\.js$/), 'text/javascript; charset=utf-8'],
    ['/objets/pod/index.md', 'text/markdown; charset=utf-8'],
    ['/llms.txt', 'text/plain; charset=utf-8'],
    ['/manifestes/pod.yaml', 'application/yaml; charset=utf-8'],
    ['/commandes.json', 'application/json'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/opensearch.xml', 'application/opensearchdescription+xml; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml'],
    ['/favicon.ico', 'image/x-icon'],
    ['/cartes/objets/pod.png', 'image/png'],
    [first('pagefind', /\.pf_meta$/), 'application/octet-stream'],
    [first('pagefind/fragment', /\.pf_fragment$/), 'application/octet-stream'],
    [first('pagefind', /^wasm\..*\.pagefind$/), 'application/octet-stream'],
  ] as const;
  for (const [path, type] of expected) {
    const { status, headers } = await server.ask(path);
    assert.deepEqual([status, headers['content-type']], [200, type], path);
  }
});

test('no file of the build is of a type that nginx does not name', () => {
  const types = /types \{([^}]+)\}/.exec(
    readFileSync(new URL('../../scripts/hosting/nginx.conf', import.meta.url), 'utf8'),
  );
  const named = new Set(types?.[1]?.match(/[\w-]+(?=[ ;])/g));
  const isPagefind = /\.(?:pagefind|pf_\w+)$/;
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const unnamed = files
    .map(({ name }) => name)
    .filter((name) => name !== '_redirects' && !isPagefind.test(name) && !named.has(name.split('.').at(-1) ?? ''));
  assert.deepEqual(unnamed, []);
});

test('an address that moved is a 301 to the new one, its Markdown too', { skip: SKIP }, async () => {
  for (const file of ['', 'index.md']) {
    const { status, headers } = await server.ask(`/objets/ancien/${file}`);
    assert.deepEqual([status, headers.location], [301, `/objets/pod/${file}`]);
  }
  const { status, headers } = await server.ask('/objets/pod', { host: 'evil.example' });
  assert.deepEqual([status, headers.location], [301, '/objets/pod/'], 'the last slash is added, the host not repeated');
});

test('an address that does not exist gets the page that says so, with the status 404', { skip: SKIP }, async () => {
  const page = read('404.html');
  for (const path of [
    '/nulle-part/',
    '/objets/pod/nope.md',
    '/404.html',
    '/_astro/',
    '/pagefind/fragment/',
    '/cartes/',
  ]) {
    const { status, headers, body } = await server.ask(path);
    assert.equal(status, 404, path);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8', path);
    assert.ok(body.equals(page), path);
  }
});

test('what is not a page of the site is not given', { skip: SKIP }, async () => {
  for (const path of ['/_redirects', '/index.html.gz', '/index.html.br', '/.git/config', '/.env', '/objets/.hidden'])
    assert.equal((await server.ask(path)).status, 404, path);
});

test('every answer has the security headers, whatever its status, each once', { skip: SKIP }, async () => {
  const expected = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': HSTS,
    server: 'nginx',
  };
  for (const [path, code] of [
    ['/', 200],
    ['/nulle-part/', 404],
    ['/objets/ancien/', 301],
    ['/%zz', 400],
  ] as const) {
    const { status, headers } = await server.ask(path);
    assert.equal(status, code);
    for (const [name, value] of Object.entries(expected)) assert.equal(headers[name], value, `${name} of ${path}`);
    assert.match(String(headers['content-security-policy']), /^default-src 'self'; .*; frame-ancestors 'none'$/);
  }
});

test(
  'the policy of the header is the one of the pages, without inline code, and says who may frame them',
  { skip: SKIP },
  async () => {
    for (const path of ['/', '/objets/pod/', '/commandes/kubectl-get/', '/recherche/', '/404.html']) {
      const { headers, body } = await server.ask(path);
      const policy = String(headers['content-security-policy']);
      const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(body.toString())?.[1];
      assert.equal(policy, `${own?.replaceAll('&#39;', "'")}; frame-ancestors 'none'`, path);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
    }
  },
);

test('what is made for programs can be read from another site, pages cannot', { skip: SKIP }, async () => {
  for (const path of ['/commandes.json', '/objets/pod/index.md', '/cartes/objets/pod.png']) {
    const { headers } = await server.ask(path);
    assert.equal(headers['access-control-allow-origin'], '*', path);
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin', path);
  }
  const { headers } = await server.ask('/');
  assert.equal(headers['access-control-allow-origin'], undefined);
});
