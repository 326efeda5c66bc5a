import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import satori, { type SatoriOptions } from 'satori';
import sharp from 'sharp';
import { kept } from '../kept.ts';
import { once } from '../once.ts';
import {
  cardLayout,
  COMMAND_SIZES,
  GAP,
  LINE_HEIGHT,
  lowerBlock,
  ROOM,
  titleBlock,
  titleSizes,
  titleText,
  type CardContent,
  type CardNode,
} from './layout.ts';
import { CARD } from './size.ts';

/** A third of the time of the densest file, for 5 % more bytes, which only a chat's server reads. */
const PNG = { palette: true, colours: 64, effort: 1, compressionLevel: 6 } as const;

const require = createRequire(import.meta.url);

// Files of packages, so that a card is the same wherever it is drawn.
const loadFonts = once(async (): Promise<SatoriOptions['fonts']> => {
  const font = async (name: string, weight: 400 | 600, file: string) => ({
    name,
    weight,
    data: await readFile(file),
  });
  return Promise.all([
    font('serif', 400, require.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff')),
    font('serif', 600, require.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff')),
    font('mono', 400, require.resolve('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff')),
    font('mono', 600, require.resolve('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-600-normal.woff')),
  ]);
});

/** The height that a block takes at the width of a card, in pixels. */
async function measure(block: CardNode): Promise<number> {
  const svg = await satori(block, { width: ROOM.width, fonts: await loadFonts() });
  return Number(/ height="([\d.]+)"/.exec(svg)?.[1]);
}

/** The sizes at which the longest word of a title, which nothing cuts, is no wider than the card's room. */
async function sizesThatHoldWords(title: string, sizes: readonly number[]): Promise<number[]> {
  const [longest = ''] = title.split(/\s/).sort((a, b) => b.length - a.length);
  const svg = await satori(titleText(longest, 100), { height: 200, fonts: await loadFonts() });
  const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
  return sizes.filter((size) => (width * size) / 100 <= ROOM.width);
}

/** The first size at which a block is no higher than `most`; undefined when it is higher at each. */
async function fit(
  block: (size: number) => CardNode,
  sizes: readonly number[],
  most: number,
): Promise<{ size: number; height: number } | undefined> {
  for (const size of sizes) {
    const height = await measure(block(size));
    if (height <= most) return { size, height };
  }
  return undefined;
}

/**
 * Chooses the sizes of a card's letters.
 * @param file the content file of the page, for the error
 * @throws Error naming the file, the field and the length that fits when the title or the command is too long
 */
export async function fitCard(content: CardContent, file: string): Promise<{ title: number; lower: number }> {
  const line = Math.min(...titleSizes(content)) * LINE_HEIGHT;
  const tooLong = (field: string, what: string, fix: string): Error =>
    new Error(`${file} : ${field}\n  ${what} pour la carte de partage.\n  → ${fix}`);
  // The title keeps room for two lines of its smallest size.
  const lower = await fit((size) => lowerBlock(content, size), COMMAND_SIZES, ROOM.height - GAP - 2 * line);
  if (!lower)
    throw content.command
      ? tooLong('examples.0.command', 'cette commande est trop longue', 'commencez la page par un exemple plus court')
      : tooLong('summary', 'ce résumé est trop long', 'raccourcissez-le');
  const room = ROOM.height - GAP - lower.height;
  const sizes = await sizesThatHoldWords(content.title, titleSizes(content));
  if (sizes.length === 0)
    throw tooLong('title', `« ${content.title} » a un mot trop long`, 'coupez-le, ou dites-le autrement');
  const title = await fit((size) => titleBlock(content, size), sizes, room);
  if (!title) {
    const height = await measure(titleBlock(content, Math.min(...sizes)));
    const { length } = content.title;
    const fits = Math.floor((length * Math.floor(room / line)) / (height / line));
    const what = `« ${content.title} » est trop long, avec ${length} caractères,`;
    throw tooLong('title', what, `raccourcissez-le à ${fits} caractères environ`);
  }
  return { title: title.size, lower: lower.size };
}

/**
 * The card of a page as a PNG of 1200 × 630, from the cache when it was drawn before.
 * @param cache a folder, and what else than the content a card depends on
 * @param file the content file of the page, for errors
 * @throws Error of {@link fitCard}
 */
export function drawCard(
  content: CardContent,
  file: string,
  cache: { folder: string; version: string },
): Promise<Buffer> {
  return kept(cache.folder, [cache.version, content], async () => {
    const layout = cardLayout(content, await fitCard(content, file));
    const svg = await satori(layout, { width: CARD.width, height: CARD.height, fonts: await loadFonts() });
    return sharp(Buffer.from(svg)).png(PNG).toBuffer();
  });
}
