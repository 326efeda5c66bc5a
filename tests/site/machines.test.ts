import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { Ajv2020 } from 'ajv/dist/2020.js';
import sharp from 'sharp';
import { commandsFileSchema } from '../../src/lib/commands-file.ts';
import { cardAddress } from '../../src/lib/urls.ts';
import { DIST, readPages } from './dist.ts';

const SITE = 'https://carnet-kubernetes.example';
const pages = readPages();
// An old address has the canonical one of the page that it leads to, and is hidden.
const shared = pages.filter(
  ({ root }) => root.querySelector('link[rel=canonical]') && !root.querySelector('meta[name=robots]'),
);
const read = (path: string): string => readFileSync(join(DIST, path), 'utf8');
const decode = (text: string): string =>
  text.replace(
    /&(#39|quot|lt|gt|amp);/g,
    (whole, name: string) => ({ '#39': "'", quot: '"', lt: '<', gt: '>', amp: '&' })[name] ?? whole,
  );

test('commandes.json follows the schema that is published beside it, and names it', () => {
  const file = commandsFileSchema.parse(JSON.parse(read('commandes.json')));
  assert.equal(file.$schema, `${SITE}/commandes.schema.json`);
  const schema = JSON.parse(read('commandes.schema.json')) as Record<string, unknown>;
  assert.equal(schema.$id, file.$schema);
  assert.deepEqual(schema.properties, z.toJSONSchema(commandsFileSchema).properties);
  assert.ok(file.examples.length > 250);
});

test('a JSON Schema validator that is not ours accepts commandes.json, and refuses what the schema does not say', () => {
  const ajv = new Ajv2020({ formats: { uri: (text: string) => URL.canParse(text) } });
  const isValid = ajv.compile(JSON.parse(read('commandes.schema.json')) as object);
  const file = JSON.parse(read('commandes.json')) as { examples: Record<string, unknown>[] };
  assert.ok(isValid(file), ajv.errorsText(isValid.errors));
  for (const wrong of [
    { ...file, version: 2 },
    { ...file, examples: [{ ...file.examples[0], effect: 'destruction' }] },
  ])
    assert.equal(isValid(wrong), false);
});

test('every example of the pages is in commandes.json, with its command, its effect, its objects and an address that is there', () => {
  const file = commandsFileSchema.parse(JSON.parse(read('commandes.json')));
  const told = new Map(file.examples.map((example) => [new URL(example.address, file.site).href, example]));
  const shown = shared.flatMap(({ address, root }) =>
    root
      .querySelectorAll('.example[data-command]')
      .filter(({ id }) => address.startsWith('/commandes/') && !id.includes('--'))
      .map((element) => ({ at: `${SITE}${address}#${element.id}`, element })),
  );
  assert.equal(shown.length, told.size);
  for (const { at, element } of shown) {
    const example = told.get(at);
    assert.equal(example?.command, decode(element.getAttribute('data-command') ?? ''), at);
    assert.equal(example.effect, element.getAttribute('data-effect') ?? example.effect, at);
    assert.ok(example.objects.length > 0, at);
  }
});

test('every page that can be found has a card, its tags and its address', async () => {
  assert.ok(shared.length > 140);
  for (const { address, root } of shared) {
    const tag = (name: string): string => root.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? '';
    assert.equal(root.querySelector('link[rel=canonical]')?.getAttribute('href'), SITE + address);
    assert.equal(tag('og:url'), SITE + address);
    assert.equal(tag('og:image'), SITE + cardAddress(address));
    assert.equal(tag('og:description'), root.querySelector('meta[name=description]')?.getAttribute('content'), address);
    for (const name of ['og:title', 'og:image:alt', 'og:site_name']) assert.ok(tag(name), `${address} ${name}`);
    assert.equal(root.querySelector('meta[name="twitter:card"]')?.getAttribute('content'), 'summary_large_image');
    const card = join(DIST, cardAddress(address));
    assert.ok(statSync(card).size < 60_000, `${card} is too heavy`);
    const { width, height, format } = await sharp(card).metadata();
    assert.deepEqual({ width, height, format }, { width: 1200, height: 630, format: 'png' }, address);
  }
});

test('the sitemap names every page that can be found, and no other', () => {
  const named = [...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  assert.deepEqual(named.sort(), shared.map(({ address }) => SITE + address).sort());
  assert.match(read('robots.txt'), new RegExp(`^Sitemap: ${SITE}/sitemap.xml$`, 'm'));
});

test('the sitemap, the page and its structured data give the same day of the last change', () => {
  const sitemap = read('sitemap.xml');
  for (const { address, root } of shared) {
    const day = root.querySelector('.page-source time')?.getAttribute('datetime');
    const [, told] = new RegExp(`<loc>${SITE}${address}</loc>(?:<lastmod>([^<]+)</lastmod>)?`).exec(sitemap) ?? [];
    assert.equal(told, day, address);
    if (day) assert.match(root.querySelector('[type="application/ld+json"]')?.rawText ?? '', new RegExp(`"${day}"`));
  }
});

test('llms.txt leads to the Markdown of every page', () => {
  const text = read('llms.txt');
  assert.match(text, /^# Carnet Kubernetes\n\n> /);
  for (const { address } of shared) assert.ok(text.includes(`](${SITE}${address}index.md): `), address);
});

test('every page that can be found is also Markdown, with its commands whole and nothing of its surroundings', () => {
  for (const { address, root } of shared) {
    const file = `${address}index.md`;
    assert.ok(existsSync(join(DIST, file)), file);
    const markdown = read(file);
    assert.ok(markdown.startsWith(`# ${(root.querySelector('h1')?.text ?? '').trim()}\n\n<${SITE}${address}>\n`), file);
    assert.doesNotMatch(markdown, /<\/?(div|span|carnet-|a |p>)|Lien vers|Fil d’Ariane|aria-/, file);
    assert.doesNotMatch(markdown, /\]\((?!https?:)/, file);
    assert.doesNotMatch(markdown, /&(#x?\w+|\w+);/, file);
    for (const example of root.querySelectorAll('.example[data-command]')) {
      const command = decode(example.getAttribute('data-command') ?? '');
      assert.ok(markdown.includes(`\n\`\`\`sh\n${command}\n\`\`\`\n`), `${file}: ${command}`);
    }
  }
});

test('every page but home is told to search engines as an article with the pages above it', () => {
  for (const { address, root } of shared) {
    if (address === '/') continue;
    const script = root.querySelector('script[type="application/ld+json"]');
    const data = JSON.parse(script?.rawText ?? '') as { '@graph': Record<string, unknown>[] };
    const [article, list] = data['@graph'];
    assert.equal(article?.['@type'], 'TechArticle', address);
    assert.equal(article.url, SITE + address);
    for (const name of ['headline', 'description', 'image', 'inLanguage'])
      assert.ok(article[name], `${address} ${name}`);
    const positions = ((list?.itemListElement ?? []) as { position: number }[]).map(({ position }) => position);
    assert.deepEqual(
      positions,
      [...positions.keys()].map((index) => index + 1),
    );
    const above = root.querySelectorAll('.breadcrumb a').map((link) => SITE + (link.getAttribute('href') ?? ''));
    const told = ((list?.itemListElement ?? []) as { item: string }[]).map(({ item }) => item);
    assert.deepEqual(told, above.length > 0 ? [...above, SITE + address] : [], address);
  }
});
