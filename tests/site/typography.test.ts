import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HTMLElement, TextNode, type Node } from 'node-html-parser';
import { DIST, readPages } from './dist.ts';

/** What is not prose: commands and their parts, keys, drawings, scripts, kubectl's own words. */
const NOT_PROSE = ['CODE', 'PRE', 'KBD', 'SVG', 'SCRIPT', 'STYLE'];
/** Where a sentence ends with its element. */
const BLOCKS =
  'title, h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, summary, label, button, option, caption, strong, span, a';
const SPOKEN = ['aria-label', 'title', 'alt', 'placeholder', 'content'];

/** The prose of an element in one line; a piece of code counts as the letter `x`, a nested block is left to itself. */
function proseOf(node: Node, isTop = true): string {
  if (!(node instanceof HTMLElement)) return node instanceof TextNode ? node.text : '';
  if (NOT_PROSE.includes(node.tagName) || node.getAttribute('lang') === 'en') return 'x';
  if (!isTop && ['UL', 'OL', 'LI', 'P', 'TABLE', 'DL'].includes(node.tagName)) return '\n';
  return node.childNodes.map((child) => proseOf(child, false)).join('');
}

/** Every text of the built site that a reader sees or hears, with the pages where it stands first. */
function readProse(): Map<string, string> {
  const found = new Map<string, string>();
  const add = (text: string, address: string): void => {
    for (const line of text.split('\n')) {
      const shown = line.replace(/[ \t]+/g, ' ').trim();
      if (shown && !found.has(shown)) found.set(shown, address);
    }
  };
  for (const { address, root } of readPages()) {
    for (const element of root.querySelectorAll(BLOCKS)) {
      if (!element.closest('pre, code, kbd, svg, [lang=en], .terms dt:not(.fact)'))
        add(
          proseOf(element).replaceAll(/\n\s*/g, (gap) => (gap.includes('\n\n') ? '\n' : ' ')),
          address,
        );
    }
    for (const name of SPOKEN) {
      for (const element of root.querySelectorAll(`[${name}]`)) {
        const policy = element.getAttribute('http-equiv') ?? element.getAttribute('name') === 'viewport';
        // What a card shows in its picture is a command.
        const command = element.getAttribute('property') === 'og:image:alt';
        if (!policy && !command) add(element.getAttribute(name) ?? '', address);
      }
    }
  }
  return found;
}

const prose = readProse();
/** What is quoted from a screen, in English, keeps its own rules: « 0/3 nodes are available: … ». */
const withoutQuotes = (text: string): string => text.replace(/«[^»]*»/g, '«\u00a0x\u00a0»');

test('the text of the site was found', () => {
  assert.ok(prose.size > 3000, `${prose.size} texts`);
});

const RULES: [rule: string, wrong: RegExp, read?: (text: string) => string][] = [
  ['a no-break space stands before a colon', /[^\s\u00a0]:(?=\s|$)| :(?=\s|$)/u, withoutQuotes],
  [
    'a narrow no-break space stands before ; ! ?',
    /[^\s\u202f;!?…][;!?](?=\s|$)|[ \u00a0][;!?](?=\s|$)/u,
    withoutQuotes,
  ],
  ['« and » have a no-break space inside', /«(?!\u00a0)|(?<!\u00a0)»/u],
  ['« and » go by two', /^[^«]*»|«[^»]*$|«[^»]*«/u],
  ['an apostrophe is ’', /\p{L}'|'\p{L}/u, withoutQuotes],
  ['a quotation is between « and »', /["“”]/u, withoutQuotes],
  ['an ellipsis is one character', /\.{3}/u],
  ['no two spaces follow each other', /[ \u00a0\u202f]{2}/u],
  ['no space stands before a comma or a full stop', /[ \u00a0\u202f][,.](?=\s|$)/u],
];

for (const [rule, wrong, read] of RULES) {
  test(`in all the text of the site, ${rule}`, () => {
    const found = [...prose].filter(([text]) => wrong.test(read?.(text) ?? text));
    assert.deepEqual(
      found.map(([text, address]) => `${address}: ${text}`),
      [],
    );
  });
}

test('the strings of the scripts keep the same rules', () => {
  const folder = join(DIST, '_astro');
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .flatMap(
      (file) =>
        readFileSync(join(folder, file), 'utf8').match(/.{0,40}(?:« | »|[a-zà-ÿ)’] [:;!?](?=[ "'`])).{0,20}/gu) ?? [],
    );
  assert.deepEqual(found, []);
});

/** Words that keep their capital inside a title: objects as Kubernetes spells them, products, states, a key. */
const NAMES = new Set(
  `Pod Deployment Service Secret Job Role Ingress Kubernetes Docker Go Headlamp Kustomize Running Tab Visual Studio Code`.split(
    ' ',
  ),
);
/** ConfigMap, EXTERNAL. */
const isName = (word: string): boolean =>
  /\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(word) || NAMES.has(word) || NAMES.has(word.replace(/s$/, ''));

test('a title is in sentence case: a capital first, then for names only, and no full stop', () => {
  const wrong: string[] = [];
  for (const { address, root } of readPages()) {
    for (const heading of root.querySelectorAll('main :is(h1, h2, h3)')) {
      const title = proseOf(heading).trim();
      const capitals = title.match(/(?<=[\p{Ll}\d,][\s\u00a0’]+)\p{Lu}[\p{L}]+/gu) ?? [];
      const isLowered = /^\p{Ll}/u.test(title) && !/^(?:kube|etcd|cloud-|spec|status|minikube|x)/.test(title);
      if (isLowered || title.endsWith('.') || !capitals.every(isName)) wrong.push(`${address}: ${title}`);
    }
  }
  assert.deepEqual(wrong, []);
});
