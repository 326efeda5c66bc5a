import sharp from 'sharp';
import { outline, type FontName } from './fonts.ts';

/** How much of each pixel a shape covers, from 0 to {@link FULL}, row by row, and where its first pixel stands. */
export interface Mask {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly cover: Uint8Array;
}

/** What covers a whole pixel: as many steps as the eye tells apart at the edge of a letter. */
export const FULL = 15;

/** A shape in SVG and the box around it, in pixels. */
interface Shape {
  readonly svg: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Draws shapes, one under the other in one picture: a call of the renderer costs more than a letter. */
async function draw(shapes: readonly Shape[]): Promise<Mask[]> {
  const width = Math.max(...shapes.map((shape) => shape.width));
  const tops: number[] = [];
  let height = 0;
  for (const shape of shapes) {
    tops.push(height);
    height += shape.height;
  }
  const parts = shapes.map(
    ({ svg, left, top }, index) => `<g transform="translate(${-left} ${(tops[index] ?? 0) - top})">${svg}</g>`,
  );
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="#fff">${parts.join('')}</svg>`;
  const alpha = await sharp(Buffer.from(picture)).extractChannel('alpha').raw().toBuffer();
  return shapes.map((shape, index) => {
    const cover = new Uint8Array(shape.width * shape.height);
    for (let y = 0; y < shape.height; y++)
      for (let x = 0; x < shape.width; x++) {
        const value = alpha[((tops[index] ?? 0) + y) * width + x] ?? 0;
        cover[y * shape.width + x] = Math.round((value * FULL) / 255);
      }
    return { left: shape.left, top: shape.top, width: shape.width, height: shape.height, cover };
  });
}

const letters = new Map<string, Mask>();

const NOTHING: Mask = { left: 0, top: 0, width: 0, height: 0, cover: new Uint8Array() };

/** Where the mask of a glyph is kept; its place is that of its origin on the line. */
const nameOf = ({ font, size, id }: Letter): string => `${font} ${size} ${id}`;

function letterShape({ font, size, id }: Letter): Shape {
  const { path, unit, box } = outline(font, id);
  const [minX, minY, maxX, maxY] = box.map((value) => value * size) as [number, number, number, number];
  const left = Math.floor(minX) - 1;
  const top = Math.floor(-maxY) - 1;
  return {
    svg: `<path transform="scale(${size * unit} ${-size * unit})" d="${path}"/>`,
    left,
    top,
    width: Math.ceil(maxX) + 1 - left,
    height: Math.ceil(-minY) + 1 - top,
  };
}

/** A glyph to draw: `{ font: 'title', size: 92, id: 54 }`. */
export interface Letter {
  readonly font: FontName;
  /** In pixels. */
  readonly size: number;
  readonly id: number;
}

/** The masks of glyphs, in their order. A glyph is drawn for the first card that needs it: the next ones only stamp it. */
export async function letterMasks(wanted: readonly Letter[]): Promise<Mask[]> {
  const missing = new Map<string, Letter>();
  for (const letter of wanted) if (!letters.has(nameOf(letter))) missing.set(nameOf(letter), letter);
  if (missing.size > 0) {
    const drawn = await draw([...missing.values()].map(letterShape));
    [...missing.keys()].forEach((name, index) => letters.set(name, drawn[index] ?? NOTHING));
  }
  return wanted.map((letter) => letters.get(nameOf(letter)) ?? NOTHING);
}

/** The masks of shapes written in SVG in a square of 32 units. @param size of the square, in pixels */
export function shapeMasks(shapes: readonly string[], size: number): Promise<Mask[]> {
  return draw(
    shapes.map((svg) => ({
      svg: `<g transform="scale(${size / 32})">${svg}</g>`,
      left: 0,
      top: 0,
      width: size,
      height: size,
    })),
  );
}
