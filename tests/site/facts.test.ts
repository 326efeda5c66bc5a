import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { HTMLElement } from 'node-html-parser';
import { parse } from 'yaml';
import { readPages } from './dist.ts';

interface Fact {
  lines: number | string;
  at: string;
  words?: string[];
  command?: string;
}

const facts = parse(readFileSync(new URL('facts.yaml', import.meta.url), 'utf8')) as Fact[];
const pages = new Map(readPages().map((page) => [page.address, page.root]));

/** Text without the differences that typography makes. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, ' ').toLowerCase();

/** What a reader sees under an anchor: the element, and for a heading all that follows until the next of its level. */
function textUnder(root: HTMLElement, anchor: string | undefined): string {
  if (!anchor) return root.querySelector('main')?.textContent ?? '';
  const target = root.getElementById(anchor);
  assert.ok(target, `no element has the id « ${anchor} »`);
  let text = target.textContent;
  if (!/^H[2-4]$/.test(target.tagName)) return text;
  for (
    let next = target.nextElementSibling;
    next && !(/^H[2-4]$/.test(next.tagName) && next.tagName <= target.tagName);
    next = next.nextElementSibling
  ) {
    text += ` ${next.textContent}`;
  }
  return text;
}

for (const fact of facts) {
  test(`lines ${fact.lines} of the notes are at ${fact.at}${fact.command ? ` : ${fact.command}` : ''}`, () => {
    const [address = '', anchor] = fact.at.split('#');
    const root = pages.get(address);
    assert.ok(root, `no page ${address}`);
    const text = plain(textUnder(root, anchor));
    for (const words of fact.words ?? []) assert.ok(text.includes(plain(words)), `« ${words} » is not in: ${text}`);
    if (fact.command)
      assert.equal(
        root
          .getElementById(anchor ?? '')
          ?.getAttribute('data-command')
          ?.replaceAll('&quot;', '"'),
        fact.command,
      );
  });
}

test('no line of the notes that says something is left out', () => {
  const carried = new Set(
    facts.flatMap(({ lines }) => {
      const [first = 0, last = first] = String(lines).split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
  // The other lines are titles, rulers, blanks, and announcements of the list that follows them.
  const saying = [
    [5, 6],
    [8, 10],
    [12],
    [14],
    [20, 25],
    [27, 33],
    [36, 38],
    [46, 52],
    [55, 57],
    [61, 68],
    [70, 71],
    [73, 78],
    [80],
    [82, 107],
    [109, 112],
    [114],
    [117, 124],
  ].flatMap(([first = 0, last = first]) => range(first, last));
  assert.deepEqual(
    saying.filter((line) => !carried.has(line)),
    [],
  );
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
