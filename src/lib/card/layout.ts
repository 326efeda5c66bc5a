import { tokenize, type Token } from '../highlight/highlighter.ts';
import { baseline, shape, type FontName } from './fonts.ts';
import { balance, wrap } from './lines.ts';
import { tokenColour, type Colour } from './look.ts';
import { CARD } from './size.ts';

/** What the card of a page says. */
export interface CardContent {
  readonly title: string;
  /** The command line as on the page; a page without one shows its summary. */
  readonly command?: string | undefined;
  readonly summary?: string | undefined;
  /** Where the page stands: `Mises à jour`. */
  readonly section?: string | undefined;
  /** What the command does when it destroys: `Suppression`. */
  readonly danger?: string | undefined;
  readonly siteName: string;
}

/** A text on the card; `y` is where its letters stand. In pixels. */
export interface Run {
  readonly text: string;
  readonly font: FontName;
  readonly size: number;
  readonly colour: Colour;
  readonly over: Colour;
  readonly x: number;
  readonly y: number;
}

/** A block of the card, placed from its own corner, and what stands behind its texts. */
export interface Block {
  readonly height: number;
  readonly runs: readonly Run[];
  readonly boxes: readonly Box[];
}

/** A rectangle on the card, in pixels. */
interface Box {
  readonly colour: Colour;
  readonly over: Colour;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** The margins of a card, the line along its top, the height of its first line and the least space between two blocks. */
const PADDING = 64;
export const EDGE = 14;
const HEADER = 70;
export const GAP = 28;
export const PLACE = { left: PADDING, top: PADDING + EDGE } as const;

/** The width and the height that the words of a card may fill. */
export const ROOM = { width: CARD.width - 2 * PADDING, height: CARD.height - 2 * PADDING - EDGE - HEADER } as const;

/** Sizes in pixels, from the one that is wished to the smallest that is read in a chat, three times smaller. */
const TITLE_SIZES = [92, 82, 72, 62] as const;
/** A letter of the fixed-width font takes 0.6 of its size: of these, a whole number of pixels. */
export const LOWER_SIZES = [25, 22, 19, 16].map((column) => column / 0.6);
/** Of a title, of a command and of a summary, in sizes of their letters. */
export const LINE_HEIGHT = 1.12;
const COMMAND_LINE = 1.45;
const SUMMARY_LINE = 1.4;

/** The sizes to try for a title: a page without a command leaves it more room. */
export function titleSizes({ command }: CardContent): readonly number[] {
  return command === undefined ? [120, 104, ...TITLE_SIZES] : TITLE_SIZES;
}

function textBlock(lines: readonly string[], font: FontName, size: number, line: number, colour: Colour): Block {
  const height = Math.round(size * line);
  const first = Math.round(size * baseline(font, line));
  const runs = lines.map((text, index): Run => ({
    text,
    font,
    size,
    colour,
    over: 'paper',
    x: 0,
    y: first + index * height,
  }));
  return { height: height * lines.length, runs, boxes: [] };
}

/** The title alone, over its lines. @param size of its letters, in pixels */
export function titleBlock({ title }: CardContent, size: number): Block {
  return textBlock(balance('title', title, ROOM.width / size), 'title', size, LINE_HEIGHT, 'ink');
}

/** What stands under the title: the command in its terminal, or the summary. @param size of its letters, in pixels */
export function lowerBlock({ command, summary = '' }: CardContent, size: number): Block {
  return command === undefined
    ? textBlock(wrap('text', summary, ROOM.width / size), 'text', size, SUMMARY_LINE, 'soft')
    : commandBlock(command, size);
}

/** A command in its terminal: cut at its spaces, a line that goes on is set in, as on the page. */
function commandBlock(command: string, size: number): Block {
  const column = Math.round(size * 0.6);
  const line = Math.round(size * COMMAND_LINE);
  const [padX, padY, start] = [36, 26, 36 + 2 * column];
  const columns = Math.floor((ROOM.width - start - padX) / column);
  const y = (row: number): number => padY + row * line + Math.round(size * baseline('code', COMMAND_LINE));
  const runs: Run[] = [{ text: '$', font: 'code', size, colour: 'nightSoft', over: 'night', x: padX, y: y(0) }];
  const holes: Box[] = [];
  const { parts, rows } = placeWords(wordsOf(command), columns);
  for (const { text, className, row, at } of parts) {
    const isHole = className === 'tok-placeholder';
    const x = start + at * column;
    if (isHole)
      holes.push({
        colour: 'amber',
        over: 'night',
        left: x,
        top: padY + row * line,
        width: text.length * column,
        height: line,
        radius: 8,
      });
    runs.push({
      text,
      font: className === 'tok-command' ? 'verb' : 'code',
      size,
      colour: tokenColour(className),
      over: isHole ? 'amber' : 'night',
      x,
      y: y(row),
    });
  }
  const height = 2 * padY + rows * line;
  const terminal: Box = { colour: 'night', over: 'paper', left: 0, top: 0, width: ROOM.width, height, radius: 20 };
  return { height, runs, boxes: [terminal, ...holes] };
}

interface PlacedPart extends Token {
  readonly row: number;
  /** The column, from 0. */
  readonly at: number;
}

/** A word that does not fit goes to the next line; a longer one than a line is cut, but for what is to be filled in. */
function placeWords(words: readonly Token[][], columns: number): { parts: PlacedPart[]; rows: number } {
  const parts: PlacedPart[] = [];
  let [row, at] = [0, 0];
  const newLine = (): void => void ([row, at] = [row + 1, 0]);
  for (const word of words) {
    const length = word.reduce((sum, { text }) => sum + text.length, 0);
    if (at > 0 && at + 1 + length > columns) newLine();
    else if (at > 0) at += 1;
    for (const part of word) {
      const isHole = part.className === 'tok-placeholder';
      if (isHole && at > 0 && at + part.text.length > columns) newLine();
      for (let rest = part.text; rest !== '';) {
        if (at >= columns) newLine();
        const text = isHole ? rest : rest.slice(0, columns - at);
        parts.push({ ...part, text, row, at });
        at += text.length;
        rest = rest.slice(text.length);
      }
    }
  }
  return { parts, rows: row + 1 };
}

/** A command cut at its spaces, as it wraps on the page, each word in its runs of one colour. */
export function wordsOf(command: string): Token[][] {
  const words: Token[][] = [[]];
  for (const { text, className } of tokenize(command, 'kubectl').flat()) {
    text.split(' ').forEach((part, index) => {
      if (index > 0) words.push([]);
      if (part) words.at(-1)?.push({ text: part, className });
    });
  }
  return words.filter((word) => word.length > 0);
}

/** The side of the site's mark, and the space after it. */
export const MARK_SIZE = 52;
const MARK_GAP = 18;

/** The first line: the site beside its mark, and where the page stands in it. */
export function header({ siteName, section = '', danger = '' }: CardContent): Run[] {
  const [size, line] = [34, MARK_SIZE / 34];
  const run = (font: FontName, text: string, colour: Colour, x: number): Run => ({
    text,
    font,
    size,
    colour,
    over: 'paper',
    x,
    y: Math.round(size * baseline(font, line)),
  });
  const dangerAt = ROOM.width - Math.ceil(shape('title', danger).width * size);
  const end = danger ? dangerAt - 24 : ROOM.width;
  return [
    run('title', siteName, 'blue', MARK_SIZE + MARK_GAP),
    run('text', section, 'soft', end - Math.ceil(shape('text', section).width * size)),
    run('title', danger, 'red', dangerAt),
  ].filter(({ text }) => text !== '');
}

/** Where the two blocks stand under the first line: the title in the middle of what is left, or, above a summary, higher. */
export function placeBlocks({ command }: CardContent, title: Block, lower: Block): { title: number; lower: number } {
  const free = ROOM.height - title.height - GAP - lower.height;
  const above = command === undefined ? free / 3 : free;
  const top = PLACE.top + HEADER;
  return { title: Math.round(top + above / 2), lower: Math.round(top + above + title.height + GAP) };
}
