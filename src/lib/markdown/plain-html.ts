import { HTMLElement, TextNode } from 'node-html-parser';
import { JOIN } from './html-to-markdown.ts';
import { fence, plainCommand, plainItem, plainObjects, plainTerms, type Write } from './plain-blocks.ts';

/** What only serves on the page: places, tools, what needs script. */
const CHROME = new Set([
  'nav',
  'script',
  'button',
  'form',
  'svg',
  'link',
  'wbr',
  'carnet-search',
  'carnet-filter',
  'carnet-sheet',
]);
const CHROME_CLASSES = ['anchor', 'command-tools', 'page-source', 'cheat-head', 'visually-hidden'];

/** What Markdown sets in a line, between signs. */
const INLINE = new Set(['a', 'code', 'strong', 'em', 'i', 'del']);

/** What comes before something that touches nothing: no text, a space, the end of an element. */
const APART = new Set([undefined, ' ', '\n', '>']);

/** What Markdown has no sign for: nothing but its content, or a block that stands apart. */
const LINES = new Set(['span', 'time', 'kbd', 'label']);
const BLOCKS = new Set(['main', 'header', 'footer', 'section', 'details', 'figure', 'figcaption']);

/**
 * What an element of a page says, as HTML that has nothing but what Markdown can write: its commands without their tools,
 * its lists of terms as lists. Links stay as they are.
 */
export function plainHtml(element: HTMLElement): string {
  const { rawTagName: tag, classList } = element;
  if (isChrome(element)) return '';
  if (tag === 'br' || tag === 'hr') return `<${tag}>`;
  if (tag === 'carnet-command') return plainCommand(element, write);
  if (tag === 'pre') return fence(element.rawText, element.getAttribute('data-language') ?? 'text');
  if (tag === 'dl') return plainTerms(element, write);
  if (tag === 'li') return `<li>${plainItem(element, write)}</li>`;
  if (tag === 'a') return `<a href="${element.rawAttributes.href ?? ''}">${plainItem(element, write)}</a>`;
  if (classList.contains('object-links')) return `<p>${plainObjects(element, write)}</p>`;
  const content = write(element.childNodes);
  if (tag === 'summary') return `<p>${content}\u00a0:</p>`;
  if (LINES.has(tag)) return content;
  const plain = BLOCKS.has(tag) ? 'div' : tag;
  return `<${plain}>${content}</${plain}>`;
}

function isChrome(element: HTMLElement): boolean {
  const { rawTagName, rawAttrs, classList } = element;
  if (CHROME.has(rawTagName)) return true;
  if (rawAttrs === '') return false;
  return (
    (classList.length > 0 && CHROME_CLASSES.some((name) => classList.contains(name))) ||
    (rawAttrs.includes('hidden') && element.hasAttribute('hidden'))
  );
}

const isRow = ({ rawTagName, classList }: HTMLElement): boolean =>
  rawTagName === 'carnet-command' && classList.contains('row');

/** Nodes one after the other; neighbouring rows are one list, not one list each. */
const write: Write = (nodes) => {
  let html = '';
  let inRows = false;
  for (const node of nodes) {
    if (node instanceof TextNode) {
      if (!inRows || !node.isWhitespace) html += node.rawText;
    } else if (node instanceof HTMLElement) {
      // A space before the end of a line would be one more at its end.
      if (node.rawTagName === 'br') html = html.trimEnd();
      if (INLINE.has(node.rawTagName) && !APART.has(html.at(-1))) html += JOIN;
      if (isRow(node) !== inRows) html += inRows ? '</ul>' : '<ul>';
      inRows = isRow(node);
      html += plainHtml(node);
    }
  }
  return inRows ? `${html}</ul>` : html;
};
