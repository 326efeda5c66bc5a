import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type HTMLElement } from 'node-html-parser';

/** The folder of the built site. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A built page. */
export interface BuiltPage {
  /** `/objets/pod/`, or `/404.html`. */
  readonly address: string;
  readonly html: string;
  readonly root: HTMLElement;
}

/** Every HTML page of a built site. @throws Error when it is not built. */
export function readPages(dist = DIST): BuiltPage[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return files.map((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    const address = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
    return { address, html, root: parse(html, { blockTextElements: { script: true, style: true } }) };
  });
}

/** The addresses that a built search index leads to: those of its files of records. */
export function readIndexedAddresses(dist = DIST): string[] {
  const folder = join(dist, '_search');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/r\d+\.json$/.test(name.replaceAll('\\', '/')))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { a: string }[])
    .map(({ a }) => a);
}
