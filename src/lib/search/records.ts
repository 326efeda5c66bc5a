import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import type { Theme } from './search-index.ts';

/** An example as `commandes.json` publishes it. */
export interface PublishedExample {
  /** Where the result leads, anchor included: `/commandes/kubectl-get/#pods`. */
  readonly address: string;
  readonly title: string;
  /** The full command line. */
  readonly command: string;
  readonly effect: string;
  readonly objects: readonly string[];
  readonly theme: string;
  /** The title of its page. */
  readonly page: string;
  readonly summary: string;
  /** What people call this very example, and what they call its page. */
  readonly keywords: readonly string[];
  readonly pageKeywords: readonly string[];
  /** Its place on its page, from 0. */
  readonly order: number;
}

/** An example that search finds. */
export interface ExampleRecord extends PublishedExample {
  /** How readers ask for it, in words of theirs that no page shows. */
  readonly asked: readonly string[];
}

/** A section of a page that search finds. */
export interface SectionRecord {
  readonly address: string;
  readonly title: string;
  /** The title of its page. */
  readonly place: string;
  readonly keywords: readonly string[];
  readonly text: string;
}

/** What search finds. */
export type SearchRecord = ExampleRecord | SectionRecord;

/**
 * Reads the examples from `commandes.json`.
 * @param dist the folder of the built site
 */
export async function readExamples(dist: string): Promise<PublishedExample[]> {
  const { examples } = JSON.parse(await readFile(join(dist, 'commandes.json'), 'utf8')) as {
    examples: PublishedExample[];
  };
  return examples;
}

/** Reads the themes of commands from their page. */
export function readThemes(page: HTMLElement): Theme[] {
  const address = new URL(page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '').pathname;
  return page
    .querySelectorAll('main h2[id]')
    .map(({ id, text }) => ({ title: text.trim(), address: `${address}#${id}` }));
}

const BLOCKS = new Set(['H2', 'H3', 'P', 'LI', 'TD', 'TH', 'DD', 'DT', 'FIGCAPTION', 'PRE']);

/** Cuts a page, as Astro renders it, into its introduction and one record for each heading that has an id. */
export function readSections(page: HTMLElement): SectionRecord[] {
  const main = page.querySelector('main[data-search-body]');
  const title = main?.querySelector('h1')?.text.trim();
  const path = page.querySelector('link[rel=canonical]')?.getAttribute('href');
  if (!main || !title || !path) return [];
  const address = new URL(path).pathname;
  const keywords = main.getAttribute('data-search-keywords');
  const isCommand = main.querySelector('.example-main') !== null;
  const sections: { title: string; address: string; text: string[] }[] = [{ title, address, text: [] }];
  const visit = (node: HTMLElement): void => {
    if (['NAV', 'FOOTER', 'CARNET-COMMAND', 'H1'].includes(node.tagName)) return;
    if (/^H[23]$/.test(node.tagName) && node.id)
      sections.push({ title: node.text.trim(), address: `${address}#${node.id}`, text: [] });
    else if (BLOCKS.has(node.tagName)) sections.at(-1)?.text.push(node.text.trim());
    else node.children.forEach(visit);
  };
  visit(main);
  return sections
    .filter(
      (section, index) =>
        section.text.length > 0 &&
        !/#(a-lire-aussi|commandes|exemples|corrections)$/.test(section.address) &&
        !(isCommand && index === 0),
    )
    .map((section) => ({
      title: section.title,
      address: section.address,
      place: title,
      // The words of the page lead to its beginning, not to each of its sections.
      keywords: section.address === address && keywords ? [keywords] : [],
      text: section.text.join(' '),
    }));
}
