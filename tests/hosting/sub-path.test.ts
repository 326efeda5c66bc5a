import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRedirects } from '../../src/lib/content/aliases.ts';
import { ensureSubPath, MOVES, SUB_PATH } from '../site/sub-path.ts';
import { serveSite, SKIP, type Server } from './server.ts';

const { base, dist } = SUB_PATH;
let server: Server;
before(async () => {
  if (SKIP) return;
  ensureSubPath();
  const redirects = await readRedirects(fileURLToPath(new URL('../content/', `file://${join(dist, '/')}`)));
  server = await serveSite(dist, { base, redirects });
});
after(() => (SKIP ? undefined : server.stop()));

test('under a sub-path, pages and files are there and nowhere else', { skip: SKIP }, async () => {
  const { status, body } = await server.ask(`${base}objets/pod/`);
  assert.equal(status, 200);
  // The last is the one of every page; a small one before it is not worth compressing.
  const script = [...body.toString().matchAll(/src="(\/notes-k8s\/_astro\/[^"]+\.js)"/g)].at(-1)?.[1] ?? '';
  const { headers } = await server.ask(script, { 'accept-encoding': 'gzip' });
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(headers['content-encoding'], 'gzip');
  assert.equal((await server.ask('/objets/pod/')).status, 404);
});

test(
  'under a sub-path, the root and the path without its last slash lead to the home page',
  { skip: SKIP },
  async () => {
    const [root, bare] = await Promise.all([server.ask('/'), server.ask(base.slice(0, -1))]);
    assert.deepEqual([root.status, root.headers.location], [302, base]);
    assert.deepEqual([bare.status, bare.headers.location], [301, base]);
  },
);

test(
  'under a sub-path, the aliases of the content are 301s and a wrong address gets its page',
  { skip: SKIP },
  async () => {
    const pages = Object.entries(MOVES).filter(([from]) => !from.includes('#'));
    assert.ok(pages.length > 1);
    for (const [from, to] of pages) {
      const { status, headers } = await server.ask(base + from.slice(1));
      assert.deepEqual([status, headers.location], [301, base + to.slice(1)]);
    }
    for (const path of [`${base}nulle-part/`, '/nulle-part/']) {
      const { status, body } = await server.ask(path);
      assert.equal(status, 404);
      assert.match(body.toString(), /data-base="\/notes-k8s\/"/);
    }
  },
);
