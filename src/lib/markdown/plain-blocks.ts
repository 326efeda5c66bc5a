import { HTMLElement, TextNode, type Node } from 'node-html-parser';
import { termList } from './term-lines.ts';

/** Writes what stands in an element as plain HTML: see `plain-html.ts`. */
export type Write = (nodes: readonly Node[]) => string;

const elementsOf = ({ childNodes }: HTMLElement): HTMLElement[] =>
  childNodes.filter((child) => child instanceof HTMLElement);

const isOf = (node: Node, name: string): boolean => node instanceof HTMLElement && node.classList.contains(name);

/** Code as a fenced block will hold it. */
export function fence(code: string, language: string): string {
  return `<pre><code class="language-${language}">${code}</code></pre>`;
}

/** A command with its tools, as the command alone: a fenced `sh` block, or, in a list, a link and its line. */
export function plainCommand(element: HTMLElement, write: Write): string {
  // An attribute may hold `<POD>` as it is.
  const command = (element.rawAttributes['data-command'] ?? '').replaceAll('<', '&lt;');
  if (isOf(element, 'row')) {
    const links = elementsOf(element).filter(({ rawTagName }) => rawTagName === 'a');
    return `<li>${write(links)} <code>${command}</code></li>`;
  }
  const rest = element.childNodes.filter((child) => !isOf(child, 'command'));
  const title = rest.findIndex((child) => isOf(child, 'example-title'));
  const head = rest.slice(0, title + 1).map((child) => writeTitle(child, write));
  const effect = sayEffect(element);
  return [
    ...head,
    fence(command, 'sh'),
    effect === undefined ? '' : `<p><em>${effect}</em></p>`,
    write(rest.slice(title + 1)),
  ].join('');
}

/** The title of an example that is no heading stands out all the same. */
function writeTitle(node: Node, write: Write): string {
  const isText = node instanceof HTMLElement && node.rawTagName === 'p';
  return isText ? `<p><strong>${write(node.childNodes)}</strong></p>` : write([node]);
}

/** Said by the badge when it is pointed at; what only reads goes without saying. */
function sayEffect(element: HTMLElement): string | undefined {
  if (element.rawAttributes['data-effect'] === 'lecture') return undefined;
  const line = elementsOf(element).find((child) => isOf(child, 'command'));
  return line && firstIn(line, (child) => isOf(child, 'effect'))?.rawAttributes.title;
}

/** The first element below one that passes a test, in half the time of a selector. */
export function firstIn(parent: HTMLElement, test: (element: HTMLElement) => boolean): HTMLElement | undefined {
  for (const child of parent.childNodes) {
    if (!(child instanceof HTMLElement)) continue;
    const found = test(child) ? child : firstIn(child, test);
    if (found) return found;
  }
  return undefined;
}

/** A list of terms as a list of lines: `` - `--replicas` : … `` for a name of Kubernetes, `- **Pourquoi** : …` for a word. */
export function plainTerms(list: HTMLElement, write: Write): string {
  const isCorrection = isOf(list, 'correction');
  const items: string[] = [];
  for (const element of elementsOf(list).flatMap((child) =>
    child.rawTagName === 'div' ? elementsOf(child) : [child],
  )) {
    if (element.rawTagName === 'dt') {
      const tag = isCorrection || isOf(element, 'fact') ? 'strong' : 'code';
      items.push(`<${tag}>${element.rawText.trim()}</${tag}>\u00a0: `);
    } else items.push(`${items.pop() ?? ''}${onOneLine(element, write)}`);
  }
  return termList(items);
}

const SPACE = new TextNode(' ');

/** What a definition says, its paragraphs one after the other. */
function onOneLine({ childNodes }: HTMLElement, write: Write): string {
  return write(
    childNodes.flatMap((child) =>
      child instanceof HTMLElement && child.rawTagName === 'p' ? [...child.childNodes, SPACE] : [child],
    ),
  );
}

/** The objects of a command: `Agit sur : Pod, Service`. */
export function plainObjects(element: HTMLElement, write: Write): string {
  const links = elementsOf(element);
  const words = element.childNodes.filter((child) => !(child instanceof HTMLElement));
  return `${write(words).trim()}\u00a0: ${links.map((link) => write([link])).join(', ')}`;
}

/** What stands after a link or a name in a list or a link, apart from it: `[Pod](…) — La plus petite unité.` */
export function plainItem(element: HTMLElement, write: Write): string {
  const { childNodes } = element;
  const [name, note] = childNodes.length > 1 ? elementsOf(element) : [];
  const isNamed = name && ['a', 'strong'].includes(name.rawTagName) && note?.rawTagName === 'span';
  const isAll = (): boolean =>
    childNodes.every((child) => child === name || child === note || child.rawText.trim() === '');
  return isNamed && isAll() ? `${write([name])} — ${write([note])}` : write(childNodes);
}
