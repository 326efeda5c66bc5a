import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { balance, wrap } from '../../src/lib/card/lines.ts';
import { codeVersion } from '../../src/lib/finish/code-version.ts';
import finish, { type PageCard, type PageTask } from '../../src/lib/finish/worker.ts';
import { forgetOlder } from '../../src/lib/kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'carnet-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const CARD: PageCard = {
  address: '/objets/pod/',
  file: 'content/objects/pod.mdx',
  content: { title: 'Pod', summary: 'La plus petite unité.', siteName: 'Carnet' },
};
const meta = (card: PageCard): string =>
  `<meta name="card" content="${JSON.stringify(card).replaceAll('&', '&#38;').replaceAll('"', '&#34;')}">`;
const page = (text: string, card = CARD): string =>
  `<html><head><link rel="canonical" href="https://notes.example/objets/pod/"> <link rel="alternate" type="text/markdown" href="index.md"> ${meta(card)}</head><body><main data-search-body> <h1>Pod</h1> <p>${text}</p> <h2 id="pieges">Les pièges</h2></main></body></html>`;
const task = (html: string, more: Partial<PageTask> = {}): PageTask => ({
  html,
  file: 'objets/pod/index.html',
  base: '/',
  dist: join(folder, 'dist'),
  cache: join(folder, 'cache'),
  version: '1',
  ...more,
});
const written = (path: string): Buffer => readFileSync(join(folder, 'dist', path));
const countKept = (name: string): number => readdirSync(join(folder, 'cache', name)).length;

test('a finished page has its twin, its card, its records, and nothing that only the build needed', async () => {
  const { html, sections, addresses } = await finish(task(page('Un texte.')));
  assert.ok(!html.includes('name="card"') && !html.includes('data-search-body'));
  assert.equal(
    String(written('objets/pod/index.md')),
    '# Pod\n\n<https://notes.example/objets/pod/>\n\nUn texte.\n\n## Les pièges\n',
  );
  const { width, height, format } = await sharp(written('cartes/objets/pod.png')).metadata();
  assert.deepEqual({ width, height, format }, { width: 1200, height: 630, format: 'png' });
  assert.deepEqual(
    sections.map(({ address }) => address),
    ['/objets/pod/'],
  );
  assert.deepEqual(addresses.named, [
    ['/objets/pod/', 'Pod'],
    ['/objets/pod/#pieges', 'Les pièges'],
  ]);
});

test('a page that did not change is not made again, and comes out the same', async () => {
  const first = await finish(task(page('Deux fois.')));
  const [pages, cards] = [countKept('pages'), countKept('cards')];
  assert.deepEqual(await finish(task(page('Deux fois.'))), first);
  assert.deepEqual([countKept('pages'), countKept('cards')], [pages, cards]);
});

test('a page is made again when its text changes, its card only when what it says does', async () => {
  await finish(task(page('Avant.')));
  const [pages, cards] = [countKept('pages'), countKept('cards')];
  await finish(task(page('Après.')));
  assert.match(String(written('objets/pod/index.md')), /Après/);
  assert.deepEqual([countKept('pages'), countKept('cards')], [pages + 1, cards]);
  const before = written('cartes/objets/pod.png');
  await finish(task(page('Après.', { ...CARD, content: { ...CARD.content, title: 'Un Pod' } })));
  assert.deepEqual([countKept('pages'), countKept('cards')], [pages + 1, cards + 1]);
  assert.notDeepEqual(written('cartes/objets/pod.png'), before);
});

test('all is made again when the code or the base path changes', async () => {
  await finish(task(page('Code.')));
  const [pages, cards] = [countKept('pages'), countKept('cards')];
  await finish(task(page('Code.'), { version: '2' }));
  assert.deepEqual([countKept('pages'), countKept('cards')], [pages + 1, cards + 1]);
  await finish(task(page('Code.'), { base: '/notes/' }));
  assert.deepEqual([countKept('pages'), countKept('cards')], [pages + 2, cards + 1]);
});

test('the version of the code changes with a file of src/lib/ and with a package', async () => {
  const root = join(folder, 'project');
  mkdirSync(join(root, 'src/lib/card'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "a": "1.0.0" }');
  writeFileSync(join(root, 'src/lib/card/look.ts'), 'blue');
  const first = await codeVersion(root);
  assert.equal(await codeVersion(root), first);
  writeFileSync(join(root, 'src/lib/card/look.ts'), 'red');
  const second = await codeVersion(root);
  assert.notEqual(second, first);
  writeFileSync(join(root, 'package.json'), '{ "a": "1.0.1" }');
  assert.notEqual(await codeVersion(root), second);
});

test('what the last build did not use goes once there is too much, and not before', async () => {
  const kept = join(folder, 'kept');
  mkdirSync(kept);
  const start = Date.now();
  for (const name of ['old', 'used']) writeFileSync(join(kept, name), '');
  utimesSync(join(kept, 'old'), new Date(0), new Date(0));
  utimesSync(join(kept, 'used'), new Date(start + 1000), new Date(start + 1000));
  await forgetOlder(kept, start, 2);
  assert.equal(readdirSync(kept).length, 2);
  await forgetOlder(kept, start, 1);
  assert.deepEqual(readdirSync(kept), ['used']);
  await forgetOlder(join(folder, 'missing'), start, 1);
});

test('a title is cut at its spaces into lines that fit, of lengths as alike as can be', () => {
  const title = 'Lister des objets et leurs étiquettes, avec leur âge';
  const lines = wrap('title', title, 20);
  assert.equal(lines.join(' '), title);
  assert.ok(lines.length > 1 && (lines.at(-1)?.length ?? 0) < (lines[0]?.length ?? 0));
  const balanced = balance('title', title, 20);
  assert.equal(balanced.length, lines.length);
  const spread = (list: readonly string[]): number =>
    Math.max(...list.map(({ length }) => length)) - Math.min(...list.map(({ length }) => length));
  assert.ok(spread(balanced) < spread(lines));
  assert.deepEqual(balance('title', 'Pod', 15), ['Pod']);
});
