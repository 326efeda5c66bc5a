import { htmlToMarkdown as convert } from '@mdream/js/core';
import { markdownTable } from 'markdown-table';

/**
 * Set before a link or a sign that touches what stands before it: `l’<a>état</a>`, `(<code>Ready</code>)`. Between these
 * mdream writes a space of its own, which goes with this character, one that Unicode leaves for private use.
 */
export const JOIN = '\uE000';

/** A fenced block, left as it is; a table; too many blank lines, after a block that ends an item. */
const PARTS = /^( *)(`{3,})[^]*?\n\1\2$|^(?:\|.*\|\n?)+|\n(?: *\n){2,}/gm;

/**
 * Plain HTML as GitHub-flavoured Markdown: `<h2>Pod</h2>` is `## Pod`. Attributes other than `href`, and the language of
 * code as the class `language-sh`, say nothing to it.
 */
export function htmlToMarkdown(html: string): string {
  const markdown = convert(html)
    .trim()
    .replace(/\uE000 ?/g, '');
  return `${markdown.replace(PARTS, alignPart)}\n`;
}

function alignPart(part: string): string {
  if (part.startsWith('|')) return alignTable(part);
  return part.startsWith('\n') ? '\n\n' : part;
}

/** A table whose columns are as wide on each line, for a terminal. */
function alignTable(table: string): string {
  const [head = [], , ...rows] = table.trimEnd().split('\n').map(toCells);
  return markdownTable([head, ...rows]) + (table.endsWith('\n') ? '\n' : '');
}

/** `| a | b\|c |` has the cells `a` and `b\|c`. */
function toCells(line: string): string[] {
  const cells = line.split(/(?<!\\)\|/).slice(1, -1);
  return cells.map((cell) => cell.trim());
}
