import { COLOURS, type Colour } from './look.ts';
import { FULL, type Mask } from './masks.ts';
import { writePng } from './png.ts';
import { CARD } from './size.ts';

/** A row begins with the byte that says how a PNG filters it: 0, not at all. */
const ROW = CARD.width + 1;

type Triple = readonly [number, number, number];
const channels = (colour: Colour): Triple => {
  const value = Number.parseInt(COLOURS[colour].slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/**
 * A card while it is painted, in numbers of colours: what is drawn over what is known, so that the few colours of a card
 * need not be looked for among its pixels, which takes longer than all the rest.
 */
export class Painting {
  readonly #pixels = new Uint8Array(ROW * CARD.height);
  readonly #palette: Triple[] = [];
  /** For a colour over another, the number of its faintest step: the others follow. */
  readonly #ramps = new Map<string, number>();
  readonly #flat = new Map<Colour, number>();

  constructor(background: Colour) {
    this.#colour(background); // the first of the palette, that each pixel has
  }

  /** A rectangle; its corners are round over what it stands on. */
  fill(
    colour: Colour,
    over: Colour,
    box: { left: number; top: number; width: number; height: number; radius?: number },
  ) {
    const { left, top, width, height, radius = 0 } = box;
    const full = this.#colour(colour);
    const faint = radius > 0 ? this.#ramp(colour, over) : 0;
    for (let y = 0; y < height; y++) {
      const start = (top + y) * ROW + 1 + left;
      this.#pixels.fill(full, start, start + width);
      const above = Math.max(radius - y, y + 1 - (height - radius)) - 0.5;
      if (above <= 0) continue;
      for (let x = 0; x < radius; x++) {
        const cover = Math.round(FULL * Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(radius - x - 0.5, above))));
        if (cover === FULL) break;
        const step = cover === 0 ? this.#colour(over) : faint + cover - 1;
        this.#pixels[start + x] = step;
        this.#pixels[start + width - 1 - x] = step;
      }
    }
  }

  /** A shape in a colour, over one that is there already. */
  stamp(colour: Colour, over: Colour, mask: Mask, x: number, y: number) {
    const faint = this.#ramp(colour, over);
    const full = this.#colour(colour);
    for (let row = 0; row < mask.height; row++) {
      let at = (y + mask.top + row) * ROW + 1 + x + mask.left;
      for (let column = 0; column < mask.width; column++, at++) {
        const cover = mask.cover[row * mask.width + column] ?? 0;
        if (cover === 0) continue;
        const known = this.#pixels[at] ?? 0;
        // Where two letters touch, the one that covers more.
        if (known === full || (known >= faint && known < faint + FULL - 1 && known - faint + 1 >= cover)) continue;
        this.#pixels[at] = cover === FULL ? full : faint + cover - 1;
      }
    }
  }

  /** As a file. @throws Error when a look has more colours than a PNG may number */
  toPng(): Buffer {
    if (this.#palette.length > 256) throw new Error(`A card has ${this.#palette.length} colours, 256 at most fit.`);
    return writePng(CARD, this.#palette, this.#pixels);
  }

  #colour(colour: Colour): number {
    const known = this.#flat.get(colour);
    if (known !== undefined) return known;
    this.#flat.set(colour, this.#palette.length);
    return this.#palette.push(channels(colour)) - 1;
  }

  #ramp(colour: Colour, over: Colour): number {
    const name = `${colour} ${over}`;
    const known = this.#ramps.get(name);
    if (known !== undefined) return known;
    const [from, to] = [channels(over), channels(colour)];
    const first = this.#palette.length;
    this.#ramps.set(name, first);
    for (let step = 1; step < FULL; step++)
      this.#palette.push(
        from.map((value, index) => Math.round(value + (((to[index] ?? 0) - value) * step) / FULL)) as unknown as Triple,
      );
    return first;
  }
}
