import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { List, ListItem } from 'mdast';
import { parse, type HTMLElement } from 'node-html-parser';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { apart, fence, isOf, joinRows, plainCommand, plainObjects, plainTerms, text } from './plain-blocks.ts';
import { toHast } from './to-hast.ts';

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
      if (element.tagName === 'dl' && !isReady(element)) parent.children[index] = plainTerms(element);
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

/** A list of terms whose lines are Markdown already: see {@link readyTerms}. */
const isReady = ({ properties }: Element): boolean => Array.isArray(properties.dataReady);

/** What remark knows nothing of, written as it is. */
interface Ready {
  type: 'ready';
  value: string;
}

/** A list whose lines are ready; remark still tells it from a list beside it. */
function readyList({ properties }: Element): List {
  const ready = (properties.dataReady as string[]).map((value): Ready => ({ type: 'ready', value }));
  const children = ready.map((line) => ({ type: 'listItem', spread: false, children: [line] }) as unknown as ListItem);
  return { type: 'list', ordered: false, spread: false, children };
}

const processor = unified()
  .use(rehypePlainPage)
  .use(rehypeRemark, { handlers: { dl: (_, list: Element) => readyList(list) } })
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    resourceLink: true,
    handlers: { ready: ({ value }: Ready) => value } as object,
  })
  .freeze();

function toMarkdown(main: Element, address: string): string {
  const root: Root = { type: 'root', children: [main] };
  const file = new VFile({ path: address });
  return processor.stringify(processor.runSync(root, file), file);
}

/** The lines of terms, by what they are made from: `kubectl` and `-n` are explained under most commands of most pages. */
const lines = new Map<string, string>();

function lineOf(term: HTMLElement, definition: HTMLElement, address: string): string {
  const html = `${term.outerHTML}${definition.outerHTML}`;
  // A link within the page is another one in each page.
  const key = `${html.includes('href="/') ? new URL(address).origin : ''}${html.includes('href="#') ? address : ''}${html}`;
  const known = lines.get(key);
  if (known !== undefined) return known;
  const list: Element = {
    type: 'element',
    tagName: 'dl',
    properties: { className: ['terms'] },
    children: [term, definition].map((element) => toHast(element, () => undefined)),
  };
  const main: Element = { type: 'element', tagName: 'main', properties: {}, children: [list] };
  // Without its bullet and what it sets in, which the list puts back.
  const line = toMarkdown(main, address)
    .trimEnd()
    .slice(2)
    .replace(/\n {2}/g, '\n');
  lines.set(key, line);
  return line;
}

/** A list of terms as Markdown at once, when each has one definition; else it goes the way of all the rest. */
function readyTerms(list: HTMLElement, address: string): Element[] | undefined {
  const { children } = list;
  if (!children.every(({ rawTagName }, index) => rawTagName === (index % 2 === 0 ? 'dt' : 'dd'))) return undefined;
  const terms = children.flatMap((term, index) => {
    const definition = children[index + 1];
    return index % 2 === 0 && definition ? [lineOf(term, definition, address)] : [];
  });
  return [{ type: 'element', tagName: 'dl', properties: { dataReady: terms }, children: [] }];
}

/** What a twin never holds is not even looked at. */
function replaceEarly(element: HTMLElement, address: string): readonly ElementContent[] | undefined {
  const { rawTagName, parentNode } = element;
  if (['nav', 'script', 'svg'].includes(rawTagName)) return [];
  // Of a command and its tools only what it does is kept: the line itself is in an attribute.
  if (rawTagName === 'div' && parentNode?.rawTagName === 'carnet-command' && element.classNames === 'command')
    return element.querySelectorAll('.effect').map((effect) => toHast(effect, () => undefined));
  if (rawTagName === 'dl' && element.classNames === 'terms') return readyTerms(element, address);
  return undefined;
}

/**
 * A page as Markdown: what it says and its commands, readable in a terminal, without what surrounds it.
 * @param page the built page, parsed or not
 * @param address its absolute address, which relative links start from and which is written under the title
 */
export function toPageMarkdown(page: string | HTMLElement, address: string): string {
  const root = typeof page === 'string' ? parse(page, { blockTextElements: { script: true, style: true } }) : page;
  const main = root.querySelector('main');
  if (!main) return '';
  const markdown = toMarkdown(
    toHast(main, (element) => replaceEarly(element, address)),
    address,
  );
  return markdown.replace(/^(# .*\n)/m, `$1\n<${address}>\n`);
}
