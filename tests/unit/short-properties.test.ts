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
  assert.match(declared?.prop ?? '', /^--[a-z]$/);
  assert.equal(shorten('color', 'var(--color-text)')?.value, `var(${declared?.prop})`);
});

test('a property that tokens.css does not declare is refused by its name', () => {
  assert.throws(() => shorten('color', 'var(--colour-txt)'), /--colour-txt is not declared in tokens\.css/);
});

test('past the alphabet, names have two letters', () => {
  const names = Array.from({ length: 30 }, (_, index) => `--role-${index}`);
  const plugin = shortProperties(names.map((name) => `  ${name}: 0;`).join('\n'));
  const short = names.map((prop) => {
    const declaration = { prop, value: '0', remove: () => undefined };
    plugin.Declaration(declaration);
    return declaration.prop;
  });
  assert.deepEqual([short[0], short[25], short[26], short[29]], ['--a', '--z', '--aa', '--ad']);
});

test('what is no custom property is left alone', () => {
  assert.deepEqual(shorten('margin', '-1px'), { prop: 'margin', value: '-1px' });
});
