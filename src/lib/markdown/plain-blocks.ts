import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';

/** Makes an element: `make('p', {}, [text('Un Pod.')])`. */
function make(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** Makes a text. */
export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** Whether an element has a class: `isOf(element, 'row')`. */
export function isOf({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** Code as a fenced block will hold it. */
export function fence(code: string, language: string): Element {
  return make('pre', {}, [make('code', { className: [`language-${language}`] }, [text(code)])]);
}

/** A command with its tools, as the command alone: a fenced `sh` block, or, in a list, a link and its line. */
export function plainCommand(element: Element): ElementContent[] {
  const command = String(element.properties.dataCommand);
  const badge = element.children.find((child): child is Element => child.type === 'element' && isOf(child, 'effect'));
  const rest = element.children.filter((child) => child !== badge);
  if (isOf(element, 'row')) {
    const links = rest.filter((child) => child.type === 'element' && child.tagName === 'a');
    const item = make('li', {}, [...links, text(' '), make('code', {}, [text(command)])]);
    return [make('ul', { className: ['rows'] }, [item])];
  }
  const title = rest.findIndex((child) => child.type === 'element' && isOf(child, 'example-title'));
  // Said by the badge when it is pointed at; what only reads goes without saying.
  const effect = badge && badge.properties.dataEffect !== 'lecture' ? String(badge.properties.title) : undefined;
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

/** Neighbouring rows are one list, not one list each. */
export function joinRows(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const child of children) {
    const last = joined.findLast((one) => one.type === 'element' || toString(one).trim() !== '');
    const isRow = child.type === 'element' && isOf(child, 'rows');
    if (isRow && last?.type === 'element' && isOf(last, 'rows')) last.children.push(...child.children);
    else joined.push(child);
  }
  return joined;
}

const elementsOf = ({ children }: Element): Element[] => children.filter((child) => child.type === 'element');

/** A list of terms as a list of lines: `` - `--replicas` : … `` for a name of Kubernetes, `- **Pourquoi** : …` for a word. */
export function plainTerms(list: Element): Element {
  const items: Element[] = [];
  for (const element of elementsOf(list).flatMap((child) => (child.tagName === 'div' ? elementsOf(child) : [child]))) {
    if (element.tagName !== 'dt') {
      items.at(-1)?.children.push(...onOneLine(element));
      continue;
    }
    const isWord = isOf(list, 'correction') || isOf(element, 'fact');
    const term = make(isWord ? 'strong' : 'code', {}, [text(toString(element).trim())]);
    items.push(make('li', {}, [term, text('\u00a0: ')]));
  }
  return make('ul', {}, items);
}

/** What a definition says, its paragraphs one after the other. */
function onOneLine({ children }: Element): ElementContent[] {
  return children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'p' ? [...child.children, text(' ')] : [child],
  );
}

/** The objects of a command: `Agit sur : Pod, Service`. */
export function plainObjects({ children }: Element): ElementContent[] {
  const links = children.filter((child) => child.type === 'element');
  const words = children.filter((child) => child.type === 'text').map(toString);
  return [
    text(`${words.join('').trim()}\u00a0: `),
    ...links.flatMap((link, index) => (index > 0 ? [text(', '), link] : [link])),
  ];
}

/** What stands after a link or a name in a list, apart from it: `[Pod](…) — La plus petite unité.` */
export function apart({ children }: Element): ElementContent[] {
  const said = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return said.length !== 2 || !isNamed(said) ? children : [said[0], text(' — '), said[1]];
}

function isNamed(children: ElementContent[]): children is [Element, Element] {
  const [name, note] = children;
  return (
    name?.type === 'element' &&
    ['a', 'strong'].includes(name.tagName) &&
    note?.type === 'element' &&
    note.tagName === 'span'
  );
}
