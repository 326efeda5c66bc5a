import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/^ {2}--([\w-]+):\s*([^;]+);/gm)].map(([, name = '', value = '']) => [name, value]),
);

/** The colour of a role in a scheme: `resolve('color-text', 'light')` → `#1b2333`. @throws Error for an unknown token. */
function resolve(name: string, scheme: Scheme): string {
  const value = tokens.get(name);
  assert.ok(value, `tokens.css has no --${name}`);
  const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (alias) return resolve(alias, scheme);
  const both = /^light-dark\((#\w+), (#\w+)\)$/.exec(value);
  return both?.[scheme === 'light' ? 1 : 2] ?? value;
}

/** Relative luminance of WCAG 2: 0 for black, 1 for white. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of WCAG 2, from 1 to 21: `contrast('#000000', '#ffffff')` → 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Ink and the grounds it really stands on. */
const TEXT: [ink: string, grounds: string[]][] = [
  ['color-text', ['color-page', 'color-surface', 'color-accent-wash', 'color-danger-wash']],
  ['color-text-soft', ['color-page', 'color-surface', 'color-accent-wash', 'color-danger-wash']],
  ['color-accent', ['color-page', 'color-surface', 'color-accent-wash', 'color-danger-wash']],
  ['color-page', ['color-accent']],
  ['color-fill-in-text', ['color-fill-in']],
  ['color-danger', ['color-page', 'color-surface', 'color-danger-wash']],
  ['color-ok', ['color-page', 'color-surface']],
  ['color-terminal-text', ['color-terminal']],
  ['color-terminal-soft', ['color-terminal']],
];
/** What outlines a control or the focus, and the grounds around it. */
const CONTROLS: [edge: string, grounds: string[]][] = [
  ['color-control-border', ['color-page', 'color-surface']],
  ['color-accent', ['color-page', 'color-surface']],
  ['color-fill-in-text', ['color-fill-in']],
];
/** In a command the roles are those of the night in both schemes; only its ground follows the scheme. */
const IN_COMMAND = ['color-text-soft', 'color-accent', 'color-ok', 'color-danger', 'color-string'];

function tooWeak(pairs: [string, string[]][], least: number, scheme: Scheme): string[] {
  return pairs.flatMap(([ink, grounds]) =>
    grounds
      .map((ground) => ({ ground, ratio: contrast(resolve(ink, scheme), resolve(ground, scheme)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}, not ${least}`),
  );
}

for (const scheme of SCHEMES) {
  test(`in ${scheme}, text has a contrast of 7 and controls of 3`, () => {
    assert.deepEqual(tooWeak(TEXT, 7, scheme), []);
    assert.deepEqual(tooWeak(CONTROLS, 3, scheme), []);
  });

  test(`in ${scheme}, what a command is made of has a contrast of 7 on its dark ground`, () => {
    const ground = resolve('color-terminal', scheme);
    const weak = IN_COMMAND.filter((ink) => contrast(resolve(ink, 'dark'), ground) < 7);
    assert.deepEqual(weak, []);
  });
}

test('the contrast is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
});
