import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

const classesOf = ({ properties }: Element): readonly (string | number)[] =>
  Array.isArray(properties.className) ? properties.className : [];
const isOf = (element: Element, name: string): boolean => classesOf(element).includes(name);

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

const make = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });

function fence(code: string, language: string): Element {
  return make('pre', {}, [make('code', { className: [`language-${language}`] }, [text(code)])]);
}

const EFFECTS: Record<string, string> = {
  modification: 'Modifie le cluster.',
  suppression: 'Supprime des objets : vérifiez avant de coller.',
};

/** A command with its tools, as the command alone: a fenced `sh` block, or, in a list, a link and its line. */
function plainCommand(element: Element): ElementContent[] {
  const command = String(element.properties.dataCommand);
  const rest = element.children.filter((child) => !(child.type === 'element' && isOf(child, 'command')));
  if (isOf(element, 'row')) {
    const links = rest.filter((child) => child.type === 'element' && child.tagName === 'a');
    return [make('ul', {}, [make('li', {}, [...links, text(' '), make('code', {}, [text(command)])])])];
  }
  const title = rest.findIndex((child) => child.type === 'element' && isOf(child, 'example-title'));
  const effect = EFFECTS[String(element.properties.dataEffect)];
  const head = rest.slice(0, title + 1);
  for (const child of head)
    if (child.type === 'element' && child.tagName === 'p') child.children = [make('strong', {}, child.children)];
  return [
    ...head,
    fence(command, 'sh'),
    ...(effect ? [make('p', {}, [make('em', {}, [text(effect)])])] : []),
    ...rest.slice(title + 1),
  ];
}

const elementsOf = ({ children }: Element): Element[] => children.filter((child) => child.type === 'element');

/** A link's last space would be written inside its brackets. */
function trimEnd(link: Element): void {
  const last = link.children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
}

/** A list of terms as a list of lines: `**Pourquoi** : …`. */
function plainTerms(list: Element): Element {
  const items: Element[] = [];
  for (const { tagName, children } of elementsOf(list)) {
    if (tagName === 'dt') items.push(make('li', {}, [make('strong', {}, children), text('\u00a0: ')]));
    else items.at(-1)?.children.push(...children);
  }
  return make('ul', {}, items);
}

/** Rehype plugin: keeps of a page what its `<main>` says, with absolute links. */
function rehypePlainPage({ address }: { address: string }) {
  return (tree: Root): void => {
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
        if (known?.type === 'element' && classesOf(known).length > 0) return SKIP;
        parent.children[index] = fence(toString(element), typeof language === 'string' ? language : 'text');
        return SKIP;
      }
      if (element.tagName === 'dl') parent.children[index] = plainTerms(element);
      if (isOf(element, 'object-links'))
        element.children = element.children.flatMap((child) =>
          child.type === 'element' ? [text(' · '), child] : [text(toString(child).trim())],
        );
      if (element.tagName === 'a') trimEnd(element);
      const { href } = element.properties;
      if (typeof href === 'string') element.properties.href = new URL(href, address).href;
      return undefined;
    });
    tree.children = main ? [main] : [];
  };
}

/**
 * A page as Markdown: what it says and its commands, readable in a terminal, without what surrounds it.
 * @param html the built page
 * @param address its absolute address, which relative links start from and which is written under the title
 */
export function toPageMarkdown(html: string, address: string): string {
  const markdown = unified()
    .use(rehypeParse)
    .use(rehypePlainPage, { address })
    .use(rehypeRemark)
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', rule: '-', resourceLink: true })
    .processSync(html);
  return String(markdown).replace(/^(# .*\n)/m, `$1\n<${address}>\n`);
}
