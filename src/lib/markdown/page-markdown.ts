import { parse, type HTMLElement } from 'node-html-parser';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { firstIn } from './plain-blocks.ts';
import { plainHtml } from './plain-html.ts';
import { fillTermLines } from './term-lines.ts';

/**
 * A page as Markdown: what it says and its commands, readable in a terminal, without what surrounds it.
 * @param page the built page, parsed or not
 * @param address its absolute address, which relative links start from and which is written under the title
 */
export function toPageMarkdown(page: string | HTMLElement, address: string): string {
  const root = typeof page === 'string' ? parse(page, { blockTextElements: { script: true, style: true } }) : page;
  const main = firstIn(root, ({ rawTagName }) => rawTagName === 'main');
  if (!main) return '';
  const html = plainHtml(main).replace(
    /<a href="([^"]*)"/g,
    (_, href: string) => `<a href="${new URL(href, address).href}"`,
  );
  return fillTermLines(htmlToMarkdown(html)).replace(/^(# .*\n)/m, `$1\n<${address}>\n`);
}
