import { kept } from '../kept.ts';
import { once } from '../once.ts';
import { shape } from './fonts.ts';
import {
  EDGE,
  GAP,
  header,
  LINE_HEIGHT,
  lowerBlock,
  LOWER_SIZES,
  MARK_SIZE,
  PLACE,
  placeBlocks,
  ROOM,
  titleBlock,
  titleSizes,
  type Block,
  type CardContent,
  type Run,
} from './layout.ts';
import { longestWord } from './lines.ts';
import { MARK } from './look.ts';
import { letterMasks, shapeMasks } from './masks.ts';
import { Painting } from './painting.ts';
import { CARD } from './size.ts';

/** The first size at which a block is no higher than `most`; undefined when it is higher at each. */
function fit(block: (size: number) => Block, sizes: readonly number[], most: number): number | undefined {
  return sizes.find((size) => block(size).height <= most);
}

/**
 * Chooses the sizes of a card's letters.
 * @param file the content file of the page, for the error
 * @throws Error naming the file, the field and the length that fits when the title or the command is too long
 */
export function fitCard(content: CardContent, file: string): { title: number; lower: number } {
  const line = Math.min(...titleSizes(content)) * LINE_HEIGHT;
  const tooLong = (field: string, what: string, fix: string): Error =>
    new Error(`${file} : ${field}\n  ${what} pour la carte de partage.\n  → ${fix}`);
  // The title keeps room for two lines of its smallest size.
  const lower = fit((size) => lowerBlock(content, size), LOWER_SIZES, ROOM.height - GAP - 2 * line);
  if (lower === undefined)
    throw content.command
      ? tooLong('examples.0.command', 'cette commande est trop longue', 'commencez la page par un exemple plus court')
      : tooLong('summary', 'ce résumé est trop long', 'raccourcissez-le');
  const room = ROOM.height - GAP - lowerBlock(content, lower).height;
  const longest = longestWord('title', content.title);
  const sizes = titleSizes(content).filter((size) => longest * size <= ROOM.width);
  if (sizes.length === 0)
    throw tooLong('title', `« ${content.title} » a un mot trop long`, 'coupez-le, ou dites-le autrement');
  const title = fit((size) => titleBlock(content, size), sizes, room);
  if (title === undefined) {
    const { height } = titleBlock(content, Math.min(...sizes));
    const { length } = content.title;
    const fits = Math.floor((length * Math.floor(room / line)) / (height / line));
    const what = `« ${content.title} » est trop long, avec ${length} caractères,`;
    throw tooLong('title', what, `raccourcissez-le à ${fits} caractères environ`);
  }
  return { title, lower };
}

const markMasks = once(() =>
  shapeMasks(
    MARK.map(({ shape: svg }) => svg),
    MARK_SIZE,
  ),
);

async function write(painting: Painting, runs: readonly Run[], top: number): Promise<void> {
  for (const { text, font, size, colour, over, x, y } of runs) {
    const words = text.split(' ');
    const space = shape(font, ' ').width;
    let at = x;
    for (const word of words) {
      const { glyphs, width } = shape(font, word);
      const masks = await letterMasks(glyphs.map(({ id }) => ({ font, size, id })));
      masks.forEach((mask, index) => {
        painting.stamp(colour, over, mask, PLACE.left + Math.round(at + (glyphs[index]?.x ?? 0) * size), top + y);
      });
      at += (width + space) * size;
    }
  }
}

async function paint(content: CardContent, file: string): Promise<Buffer> {
  const sizes = fitCard(content, file);
  const title = titleBlock(content, sizes.title);
  const lower = lowerBlock(content, sizes.lower);
  const tops = placeBlocks(content, title, lower);
  const painting = new Painting('paper');
  painting.fill('blue', 'paper', { left: 0, top: 0, width: CARD.width, height: EDGE });
  const masks = await markMasks();
  MARK.forEach(({ colour, over }, index) => {
    const mask = masks[index];
    if (mask) painting.stamp(colour, over, mask, PLACE.left, PLACE.top);
  });
  for (const box of lower.boxes)
    painting.fill(box.colour, box.over, { ...box, left: PLACE.left + box.left, top: tops.lower + box.top });
  await write(painting, header(content), PLACE.top);
  await write(painting, title.runs, tops.title);
  await write(painting, lower.runs, tops.lower);
  return painting.toPng();
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
  return kept(cache.folder, [cache.version, content], () => paint(content, file));
}
