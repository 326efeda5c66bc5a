import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import type { BuiltAddresses } from './published.ts';
import { parseRedirectsFile } from './redirects.ts';
import { withoutBase } from './urls.ts';

/** Files that others read at a fixed address; cards and Markdown twins follow their page. */
const FILE = /^(?!_astro|_search|pagefind).*\.(yaml|json|xml|txt)$/;

/**
 * Reads from the built site what can be linked to and where old addresses lead.
 * @param dist the folder of the built site
 * @param base the base path it was built for: `/` or `/notes-k8s/`; addresses come without it
 */
export async function readBuiltAddresses(dist: string, base: string): Promise<BuiltAddresses> {
  const named = new Map<string, string>();
  const examples = new Set<string>();
  // A host that reads it needs no page at the old address.
  const rules = parseRedirectsFile(await readFile(join(dist, '_redirects'), 'utf8').catch(() => ''));
  const moved = new Map([...rules].map(([from, to]) => [withoutBase(from, base), withoutBase(to, base)]));
  for (const path of (await readdir(dist, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort()) {
    if (FILE.test(path)) named.set(`/${path}`, 'fichier');
    if (!path.endsWith('index.html') || path === 'hors-ligne/index.html') continue;
    const address = `/${path.slice(0, -'index.html'.length)}`;
    // Without the option, what a <pre> holds would be read as text, markup included.
    const page = parse(await readFile(join(dist, path), 'utf8'), { blockTextElements: { script: true, style: true } });
    const refresh = page.querySelector('noscript')?.innerHTML.match(/url=([^"]+)/)?.[1];
    if (refresh) {
      moved.set(address, withoutBase(refresh, base));
      continue;
    }
    named.set(address, textOf(page.querySelector('h1')));
    for (const element of page.querySelectorAll('main [id]')) {
      const target = element.hasAttribute('data-moved') ? element.querySelector('a')?.getAttribute('href') : undefined;
      if (target) moved.set(`${address}#${element.id}`, withoutBase(target, base));
      else readAnchor(element, address, named, moved);
      if (element.classNames.includes('example') && named.has(`${address}#${element.id}`))
        examples.add(`${address}#${element.id}`);
    }
  }
  return { named, moved, examples };
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
