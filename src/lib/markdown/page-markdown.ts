import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { apart, fence, isOf, joinRows, plainCommand, plainObjects, plainTerms, text } from './plain-blocks.ts';

/** What only serves on the page: places, tools, what needs script. */
function isChrome(element: Element): boolean {
  const { tagName, properties } = element;
  return (
    ['nav', 'script', 'button', 'form', 'svg', 'wbr', 'carnet-search', 'carnet-filter', 'carnet-sheet'].includes(
      tagName,
    ) ||
    properties.hidden !== undefined ||
    ['anchor', 'command-tools', 'page-source', 'cheat-head', 'visually-hidden'].some((name) => isOf(element, name))
  );
}

/** A last space would be written inside the brackets of a link or the stars of a name. */
function trimEnd(link: Element): void {
  const last = link.children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
}

/** Rehype plugin: keeps of a page what its `<main>` says, with absolute links. */
function rehypePlainPage() {
  return (tree: Root, { path: address }: VFile): void => {
    let main: Element | undefined;
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'main') main = element;
      if (index === undefined || !parent) return undefined;
      if (isChrome(element)) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      if (element.tagName === 'carnet-command') {
        parent.children.splice(index, 1, ...plainCommand(element));
        return [SKIP, index];
      }
      if (element.tagName === 'pre') {
        const language = element.properties.dataLanguage;
        const known = element.children[0];
        if (known?.type === 'element' && known.properties.className) return SKIP;
        parent.children[index] = fence(toString(element), typeof language === 'string' ? language : 'text');
        return SKIP;
      }
      if (element.tagName === 'dl') parent.children[index] = plainTerms(element);
      if (isOf(element, 'object-links')) element.children = plainObjects(element);
      if (['a', 'li'].includes(element.tagName)) element.children = apart(element);
      if (element.tagName === 'summary') {
        element.tagName = 'p';
        element.children.push(text('\u00a0:'));
      }
      if (['a', 'strong'].includes(element.tagName)) trimEnd(element);
      const { href } = element.properties;
      if (typeof href === 'string') element.properties.href = new URL(href, address).href;
      return undefined;
    });
    tree.children = main ? [main] : [];
    visit(tree, 'element', (element) => {
      element.children = joinRows(element.children);
    });
  };
}

const processor = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypePlainPage)
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-', resourceLink: true })
  .freeze();

/** What of a built page is its own: nothing outside of `<main>` is in its twin, so that it is not even parsed. */
export function mainOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.lastIndexOf('</main>') + '</main>'.length);
}

/**
 * A page as Markdown: what it says and its commands, readable in a terminal, without what surrounds it.
 * @param html the built page
 * @param address its absolute address, which relative links start from and which is written under the title
 */
export function toPageMarkdown(html: string, address: string): string {
  const markdown = processor.processSync({ path: address, value: mainOf(html) });
  return String(markdown).replace(/^(# .*\n)/m, `$1\n<${address}>\n`);
}
