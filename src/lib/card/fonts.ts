import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { once } from '../once.ts';

/** A font of the cards, by what it is for. */
export type FontName = 'text' | 'title' | 'code' | 'verb';

/** A word as a font sets it, kerning included. Lengths are in ems: times the size of the letters, in pixels. */
export interface ShapedWord {
  readonly glyphs: readonly { readonly id: number; readonly x: number }[];
  readonly width: number;
}

const require = createRequire(import.meta.url);

const open = (file: string) => once(() => create(readFileSync(file)) as Font);

// Files of packages, so that a card is the same wherever it is drawn.
const FONTS: Readonly<Record<FontName, () => Font>> = {
  text: open(require.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2')),
  title: open(require.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2')),
  code: open(require.resolve('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2')),
  verb: open(require.resolve('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-600-normal.woff2')),
};

/** How close the letters of a title stand, in ems. */
const SPACING: Readonly<Record<FontName, number>> = { text: 0, title: -0.015, code: 0, verb: 0 };

/** A no-break space that no font leaves out. */
const drawable = (text: string): string => text.replaceAll('\u202f', '\u00a0');

const shaped = new Map<string, ShapedWord>();

/** A word, or any text on one line, in a font. Words come back from card to card: each is set once. */
export function shape(font: FontName, word: string): ShapedWord {
  const key = `${font} ${word}`;
  const known = shaped.get(key);
  if (known) return known;
  const result =
    isFixed(font) && word.length > 1 ? join(Array.from(word, (letter) => shape(font, letter))) : set(font, word);
  shaped.set(key, result);
  return result;
}

/** Letters of a fixed width stand one beside the other: a command need not be set as a whole. */
const isFixed = (font: FontName): boolean => font === 'code' || font === 'verb';

function join(letters: readonly ShapedWord[]): ShapedWord {
  let width = 0;
  const glyphs = letters.flatMap((letter) => {
    const placed = letter.glyphs.map(({ id, x }) => ({ id, x: x + width }));
    width += letter.width;
    return placed;
  });
  return { glyphs, width };
}

function set(font: FontName, word: string): ShapedWord {
  const { glyphs, positions } = FONTS[font]().layout(drawable(word));
  const { unitsPerEm } = FONTS[font]();
  let width = 0;
  const placed = glyphs.map(({ id }, index) => {
    const { xAdvance = 0, xOffset = 0 } = positions[index] ?? {};
    const x = width + xOffset / unitsPerEm;
    width += xAdvance / unitsPerEm + SPACING[font];
    return { id, x };
  });
  return { glyphs: placed, width };
}

/** How far below the top of a line its letters stand, in ems: `baseline('title', 1.12)`. @param lineHeight in ems */
export function baseline(font: FontName, lineHeight: number): number {
  const { ascent, descent, unitsPerEm } = FONTS[font]();
  return (lineHeight - (ascent - descent) / unitsPerEm) / 2 + ascent / unitsPerEm;
}

/** The outline of a glyph as SVG path data, in ems, y upwards, and the box that holds it. */
export function outline(font: FontName, id: number) {
  const { unitsPerEm } = FONTS[font]();
  const { path } = FONTS[font]().getGlyph(id);
  const { minX, minY, maxX, maxY } = path.bbox;
  const box = [minX, minY, maxX, maxY].map((value) => (Number.isFinite(value) ? value / unitsPerEm : 0));
  return { path: path.toSVG(), unit: 1 / unitsPerEm, box: box as [number, number, number, number] };
}
