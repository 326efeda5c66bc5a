import { tokenize, type Token } from '../highlight/highlighter.ts';
import { COLOURS, MARK, TOKENS, type Style } from './look.ts';
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

/** An element as Satori reads it. */
export interface CardNode {
  readonly type: string;
  readonly props: { readonly style?: Style; readonly children?: unknown; readonly [name: string]: unknown };
}

/** The margins of a card, the height of its first line and the least space between two blocks, in pixels. */
const PADDING = 64;
const HEADER = 84;
export const GAP = 28;

/** The width and the height that the words of a card may fill. */
export const ROOM = {
  width: CARD.width - 2 * PADDING,
  height: CARD.height - 2 * PADDING - HEADER,
} as const;

/** Sizes in pixels, from the one that is wished to the smallest that is read in a chat, three times smaller. */
const TITLE_SIZES = [92, 82, 72, 62] as const;
export const COMMAND_SIZES = [42, 36, 31, 27] as const;
/** Of a title, in sizes of its letters. */
export const LINE_HEIGHT = 1.12;

const box = (style: Style, children: unknown, more: Style = {}): CardNode => ({
  type: 'div',
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style, ...more }, children },
});

/** A no-break space that no font leaves out. */
const drawable = (text: string): string => text.replaceAll('\u202f', '\u00a0');

/** A text in the letters of a title. @param size of its letters, in pixels */
export function titleText(text: string, size: number, style: Style = {}): CardNode {
  return box(
    {
      fontFamily: 'serif',
      fontWeight: 600,
      fontSize: size,
      lineHeight: LINE_HEIGHT,
      letterSpacing: '-0.015em',
      color: COLOURS.ink,
      ...style,
    },
    drawable(text),
  );
}

/** The sizes to try for a title: a page without a command leaves it more room. */
export function titleSizes({ command }: CardContent): readonly number[] {
  return command === undefined ? [120, 104, ...TITLE_SIZES] : TITLE_SIZES;
}

/** The title alone, over its lines. @param size of its letters, in pixels */
export function titleBlock({ title }: CardContent, size: number): CardNode {
  return titleText(title, size, { width: ROOM.width, textWrap: 'balance' });
}

/** What stands under the title: the command in its terminal, or the summary. @param size of its letters, in pixels */
export function lowerBlock({ command, summary = '' }: CardContent, size: number): CardNode {
  if (command === undefined)
    return box(
      { width: ROOM.width, fontFamily: 'serif', fontSize: size, lineHeight: 1.4, color: COLOURS.soft },
      drawable(summary),
    );
  // A character of a fixed-width font takes 0.6 of its size; a line that goes on is set in, as on the page.
  const column = size * 0.6;
  return box(
    {
      position: 'relative',
      width: ROOM.width,
      flexWrap: 'wrap',
      padding: `26px 36px 26px ${36 + 2 * column}px`,
      borderRadius: 20,
      background: COLOURS.night,
      color: COLOURS.nightInk,
      fontFamily: 'mono',
      fontSize: size,
      lineHeight: 1.45,
      columnGap: column,
    },
    [
      box({ position: 'absolute', left: 36, top: 26, color: COLOURS.nightSoft }, '$'),
      ...wordsOf(command).map((word) =>
        box(
          { maxWidth: '100%', flexWrap: 'wrap' },
          word.map(({ text, className = '' }) =>
            box(className === 'tok-placeholder' ? {} : { wordBreak: 'break-all' }, text, TOKENS[className]),
          ),
        ),
      ),
    ],
  );
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

/** The whole card. @param sizes of the letters of the title and of what stands under it, in pixels */
export function cardLayout(content: CardContent, sizes: { title: number; lower: number }): CardNode {
  return box(
    {
      width: CARD.width,
      height: CARD.height,
      flexDirection: 'column',
      padding: PADDING,
      background: COLOURS.paper,
      borderTop: `14px solid ${COLOURS.blue}`,
    },
    [
      header(content),
      box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }, titleBlock(content, sizes.title)),
      box({ marginTop: GAP, ...(content.command === undefined && { flexGrow: 2 }) }, lowerBlock(content, sizes.lower)),
    ],
  );
}

/** The first line: the site, and where the page stands in it. */
function header({ siteName, section = '', danger }: CardContent): CardNode {
  const mark: CardNode = { type: 'img', props: { src: MARK, width: 52, height: 52, style: { marginRight: 18 } } };
  return box(
    {
      height: HEADER - 14,
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      fontFamily: 'serif',
      fontSize: 34,
      lineHeight: '52px',
    },
    [
      box({ fontWeight: 600, color: COLOURS.blue }, [mark, siteName]),
      box({ color: COLOURS.soft }, [
        drawable(section),
        ...(danger ? [box({ marginLeft: 24, color: COLOURS.red, fontWeight: 600 }, danger)] : []),
      ]),
    ],
  );
}
