import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readPages } from './dist.ts';

const pages = readPages();
const byAddress = new Map(pages.map((page) => [page.address, page.root]));
const diagrams = pages.flatMap(({ address, root }) =>
  root.querySelectorAll('figure.diagram').map((figure) => ({ where: `${address}#${figure.id}`, address, figure })),
);

/** Every diagram of the site, where readers need it. */
const EXPECTED = [
  '/architecture/de-la-commande-au-conteneur/#schema-apply',
  '/architecture/schema-du-cluster/#schema-cluster',
  '/objets/chemin-d-une-requete/#schema-service',
  '/controleurs/mise-a-jour-progressive/#schema-mise-a-jour',
  '/objets/vie-d-un-pod/#schema-vie',
  '/controleurs/qui-possede-qui/#schema-proprietaires',
  '/objets/de-la-demande-au-disque/#schema-volumes',
  '/introduction/carte-des-commandes/#schema-commandes',
  '/objets/boucle-de-reconciliation/#schema-boucle',
  '/objets/choix-des-pods/#schema-selecteur',
];

test('each diagram is on its page', () => {
  assert.deepEqual(diagrams.map(({ where }) => where).sort(), EXPECTED.sort());
});

test('each drawing has a name and says what is to be understood from it', () => {
  for (const { where, figure } of diagrams) {
    assert.ok(figure.getAttribute('aria-label'), where);
    const drawings = figure.querySelectorAll('svg');
    assert.ok(drawings.length > 0, where);
    for (const drawing of drawings) {
      const said = ['aria-labelledby', 'aria-describedby'].map(
        (name) => drawing.querySelector(`#${drawing.getAttribute(name) ?? ''}`)?.text.trim() ?? '',
      );
      assert.ok(
        said.every((text) => text.length > 10),
        `${where}: ${said.join(' / ')}`,
      );
      assert.equal(drawing.querySelectorAll('style, script, image, [style]').length, 0, where);
    }
  }
});

test('each diagram is told in words too, in a list', () => {
  for (const { where, figure } of diagrams) {
    const items = figure.querySelectorAll('details li').map((item) => item.text.trim());
    assert.ok(items.length >= 3 && items.every((text) => text.length > 15), where);
  }
});

test('parts of each diagram lead to the sections that tell more', () => {
  for (const { where, address, figure } of diagrams) {
    const links = figure.querySelectorAll('svg a');
    assert.ok(links.length > 0, where);
    for (const link of links) {
      const target = new URL(link.getAttribute('href') ?? '', `http://site${address}`);
      assert.ok(link.text.trim(), `${where}: ${target.pathname} has no name`);
      const page = byAddress.get(target.pathname);
      assert.ok(page, `${where} → ${target.pathname}`);
      if (target.hash)
        assert.ok(page.getElementById(target.hash.slice(1)), `${where} → ${target.pathname}${target.hash}`);
    }
  }
});

const styles = (name: string): string => readFileSync(new URL(`../../src/styles/${name}.css`, import.meta.url), 'utf8');
const values = new Map(
  [...styles('tokens').matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
);

/** The colour of a role in a theme: `colorOf('--color-text', 'light')` → `#1b2333`. */
function colorOf(name: string, theme: 'light' | 'dark'): string {
  const value = values.get(name) ?? '';
  const reference = /^var\((.+)\)$/.exec(value)?.[1];
  if (reference) return colorOf(reference, theme);
  const pair = /^light-dark\((\S+), (\S+)\)$/.exec(value);
  return (theme === 'light' ? pair?.[1] : pair?.[2]) ?? value;
}

/** Relative luminance, from WCAG 2.2. */
function luminance(color: string): number {
  assert.match(color, /^#[\da-f]{6}$/);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What diagram.css draws on what, and the least contrast: AAA for words, 3:1 for lines that carry sense. */
const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ['text', 'surface', 7],
  ['text', 'page', 7],
  ['text', 'accent-wash', 7],
  ['text-soft', 'surface', 7],
  ['text-soft', 'page', 7],
  ['text-soft', 'accent-wash', 6.5],
  ['accent', 'surface', 7],
  ['accent', 'page', 7],
  ['accent', 'accent-wash', 7],
  ['page', 'accent', 7],
  ['control-border', 'page', 3],
  ['control-border', 'surface', 3],
];

test('what is drawn stands out in both themes', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const [front, back, least] of PAIRS) {
      const [a, b] = [front, back].map((name) => luminance(colorOf(`--color-${name}`, theme))) as [number, number];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      assert.ok(ratio >= least, `${front} on ${back}, ${theme}: ${ratio.toFixed(2)}`);
    }
  }
});

test('diagrams are drawn with the colours that are measured here, and no other', () => {
  const known = new Set(PAIRS.flatMap(([front, back]) => [front, back]));
  for (const [, name = ''] of styles('diagram').matchAll(/var\(--color-([\w-]+)\)/g)) assert.ok(known.has(name), name);
  assert.doesNotMatch(styles('diagram'), /#[\da-f]{3,8}\b/i);
});
