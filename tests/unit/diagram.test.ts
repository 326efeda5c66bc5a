import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawArrow } from '../../src/lib/diagram/arrow.ts';
import { placeLines } from '../../src/lib/diagram/lines.ts';

test('an arrow stops at the border it points to and has a head there', () => {
  assert.deepEqual(drawArrow([[0, 0], [0, 20]]), { line: 'M0 0L0 18.8', heads: 'M-4 13.3L0 18.8 4 13.3' }); // prettier-ignore
});

test('an arrow rounds its corners', () => {
  const { line } = drawArrow([[0, 0], [0, 40], [40, 40]], 'none'); // prettier-ignore
  assert.equal(line, 'M0 0L0 32Q0 40 8 40L40 40');
});

test('an arrow may have two heads, or none', () => {
  const between = [[0, 0], [40, 0]] as const; // prettier-ignore
  assert.equal(drawArrow(between, 'both').heads.match(/M/g)?.length, 2);
  assert.equal(drawArrow(between, 'none').heads, '');
});

test('an arrow of a single point is refused', () => {
  assert.throws(() => drawArrow([[0, 0]]), RangeError);
});

test('a title and its note are centred together', () => {
  assert.deepEqual(placeLines(20, 'Pod'), [{ text: 'Pod', y: 25, isNote: false }]);
  assert.deepEqual(placeLines(50, 'deux|lignes', 'une note'), [
    { text: 'deux', y: 38, isNote: false },
    { text: 'lignes', y: 56, isNote: false },
    { text: 'une note', y: 72, isNote: true },
  ]);
});
