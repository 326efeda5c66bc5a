import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortProperties } from '../../src/lib/css/short-properties.ts';

const TOKENS = ':root {\n  --ink: #000;\n  --color-text: var(--ink);\n}';

/** A declaration once it went through the plugin; undefined when it was removed. */
function shorten(prop: string, value: string): { prop: string; value: string } | undefined {
  const kept = new Set<object>();
  const declaration = { prop, value, remove: () => kept.delete(declaration) };
  kept.add(declaration);
  shortProperties(TOKENS).Declaration(declaration);
  return kept.has(declaration) ? { prop: declaration.prop, value: declaration.value } : undefined;
}

test('a property that stands for another goes, and its users take the other', () => {
  assert.equal(shorten('--color-text', 'var(--ink)'), undefined);
  const declared = shorten('--ink', '#000');
  assert.match(declared?.prop ?? '', /^--[0-9a-z]{3}$/);
  assert.equal(shorten('color', 'var(--color-text)')?.value, `var(${declared?.prop})`);
});

test('a short name depends on the name alone, whatever else the site declares', () => {
  const other = { prop: 'color', value: 'var(--radius)', remove: () => undefined };
  shortProperties('').Declaration(other);
  assert.equal(shorten('color', 'var(--radius)')?.value, other.value);
});

test('what is no custom property is left alone', () => {
  assert.deepEqual(shorten('margin', '-1px'), { prop: 'margin', value: '-1px' });
});
