import { htmlToMarkdown } from './html-to-markdown.ts';

/** Stands at both ends of the numbers of lines; Unicode leaves it for private use. */
const MARK = '\uE001';
const MARKED = /^(.*?)\uE001([\d ]+)\uE001/gm;

/** What is on one line in every page: a link within a page is another one in each, and a block has lines of its own. */
const IS_LINE = /^(?:[^<]|<\/?(?:code|em|strong|del)>)*$/;

/** Lines as Markdown, and their numbers by what they are made from. */
const lines: string[] = [];
const numbers = new Map<string, number>();

/**
 * A list of terms as plain HTML. `kubectl` and `-n` are explained under most commands of most pages: such lines are made
 * Markdown once, and only their numbers go through each page, until {@link fillTermLines} puts them in their place.
 * @param items what each item holds: `<code>kubectl</code> : Le client.`
 */
export function termList(items: readonly string[]): string {
  if (items.length === 0 || !items.every((item) => IS_LINE.test(item)))
    return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  return `<p>${MARK}${items.map(numberOf).join(' ')}${MARK}</p>`;
}

function numberOf(item: string): number {
  const known = numbers.get(item);
  if (known !== undefined) return known;
  const number = lines.push(htmlToMarkdown(`<ul><li>${item}</li></ul>`).trimEnd()) - 1;
  numbers.set(item, number);
  return number;
}

/** A page as Markdown with its lists of terms, set in as deep as what they stand under. */
export function fillTermLines(markdown: string): string {
  return markdown.replace(MARKED, (_, before: string, list: string) =>
    list
      .split(' ')
      .map((number, index) => `${index === 0 ? before : ' '.repeat(before.length)}${lines[Number(number)] ?? ''}`)
      .join('\n'),
  );
}
