import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import type { BuiltAddresses } from './published.ts';
import { parseRedirectsFile } from './redirects.ts';
import { withoutBase } from './urls.ts';

/** Files that others read at a fixed address; cards and Markdown twins follow their page. */
const FILE = /^(?!_astro|_search|pagefind).*\.(yaml|json|xml|txt)$/;

/** What can be linked to in a page, and where what left it is now; the same as in {@link BuiltAddresses}. */
export interface PageAddresses {
  readonly named: readonly (readonly [address: string, name: string])[];
  readonly moved: readonly (readonly [address: string, target: string])[];
  readonly examples: readonly string[];
}

/**
 * Reads from the built site what can be linked to and where old addresses lead.
 * @param dist the folder of the built site
 * @param base the base path it was built for: `/` or `/notes-k8s/`; addresses come without it
 * @param pages what each page holds, when that is known; else they are read
 */
export async function readBuiltAddresses(
  dist: string,
  base: string,
  pages?: readonly PageAddresses[],
): Promise<BuiltAddresses> {
  const files = (await readdir(dist, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const found = pages ?? (await readPages(dist, files, base));
  // A host that reads it needs no page at the old address.
  const rules = parseRedirectsFile(await readFile(join(dist, '_redirects'), 'utf8').catch(() => ''));
  const hosted = [...rules].map(([from, to]) => [withoutBase(from, base), withoutBase(to, base)] as const);
  const named = files.filter((path) => FILE.test(path)).map((path) => [`/${path}`, 'fichier'] as const);
  return {
    named: new Map([...named, ...found.flatMap((page) => page.named)]),
    moved: new Map([...hosted, ...found.flatMap((page) => page.moved)]),
    examples: new Set(found.flatMap(({ examples }) => examples)),
  };
}

async function readPages(dist: string, files: readonly string[], base: string): Promise<PageAddresses[]> {
  const pages: PageAddresses[] = [];
  for (const file of files.filter((name) => name.endsWith('index.html'))) {
    // Without the option, what a <pre> holds would be read as text, markup included.
    const page = parse(await readFile(join(dist, file), 'utf8'), { blockTextElements: { script: true, style: true } });
    pages.push(readPageAddresses(page, file, base));
  }
  return pages;
}

/**
 * Reads a page of the built site.
 * @param file where it stands there: `objets/pod/index.html`; another name than `index.html` has no address
 */
export function readPageAddresses(page: HTMLElement, file: string, base: string): PageAddresses {
  const named = new Map<string, string>();
  const moved = new Map<string, string>();
  const examples = new Set<string>();
  const read = (): PageAddresses => ({ named: [...named], moved: [...moved], examples: [...examples] });
  if (!file.endsWith('index.html') || file === 'hors-ligne/index.html') return read();
  const address = `/${file.slice(0, -'index.html'.length)}`;
  const refresh = page.querySelector('noscript')?.innerHTML.match(/url=([^"]+)/)?.[1];
  if (refresh) {
    moved.set(address, withoutBase(refresh, base));
    return read();
  }
  named.set(address, textOf(page.querySelector('h1')));
  for (const element of elementsWithId(page.querySelector('main'))) {
    const target = element.hasAttribute('data-moved') ? element.querySelector('a')?.getAttribute('href') : undefined;
    if (target) moved.set(`${address}#${element.id}`, withoutBase(target, base));
    else readAnchor(element, address, named, moved);
    if (element.classNames.includes('example') && named.has(`${address}#${element.id}`))
      examples.add(`${address}#${element.id}`);
  }
  return read();
}

/** The elements below one that have an id, in the order of the page; a selector takes ten times as long. */
function* elementsWithId(parent: HTMLElement | null): Generator<HTMLElement> {
  for (const element of parent?.children ?? []) {
    if (element.id) yield element;
    yield* elementsWithId(element);
  }
}

/** An example, a heading or a correction has a name; an empty element inside one is an id that it had before. */
function readAnchor(element: HTMLElement, page: string, named: Map<string, string>, moved: Map<string, string>): void {
  const owner = element.tagName === 'SPAN' ? (element.closest('.example') ?? element.closest('h2, h3, h4')) : element;
  if (!owner?.id) return;
  const name = nameOf(owner);
  if (name === undefined) return;
  if (owner === element) named.set(`${page}#${element.id}`, name);
  else moved.set(`${page}#${element.id}`, `${page}#${owner.id}`);
}

function nameOf(element: HTMLElement): string | undefined {
  // Two hyphens: an example of another page, shown here, whose link leads to its own page.
  if (element.id.includes('--')) return undefined;
  if (element.classNames.includes('example')) return decode(element.getAttribute('data-command') ?? '');
  if (/^H[2-4]$/.test(element.tagName)) return textOf(element);
  if (element.classNames.includes('correction')) return `correction, ${textOf(element.querySelector('.lines'))}`;
  return undefined;
}

/** The words of an element, without what typography changes. */
function textOf(element: HTMLElement | null): string {
  return decode(element?.text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const decode = (text: string): string =>
  text
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#38;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
