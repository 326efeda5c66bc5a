import { shape, type FontName } from './fonts.ts';

const widthOf = (font: FontName, text: string): number =>
  text
    .split(' ')
    .reduce((sum, word, index) => sum + (index > 0 ? shape(font, ' ').width : 0) + shape(font, word).width, 0);

/** A text cut at its spaces into lines no wider than `width`, in ems; a word that is wider has its own. */
export function wrap(font: FontName, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && widthOf(font, longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same on as many lines, of lengths as alike as can be. */
export function balance(font: FontName, text: string, width: number): string[] {
  const lines = wrap(font, text, width);
  let [narrow, wide] = [width / lines.length, width];
  while (wide - narrow > 0.05) {
    const middle = (narrow + wide) / 2;
    const tried = wrap(font, text, middle);
    if (tried.length > lines.length || tried.some((line) => widthOf(font, line) > middle)) narrow = middle;
    else wide = middle;
  }
  return lines.length === 1 ? lines : wrap(font, text, wide);
}

/** The width of the longest word of a text, which nothing cuts, in ems. */
export function longestWord(font: FontName, text: string): number {
  return Math.max(...text.split(/\s/).map((word) => shape(font, word).width));
}
