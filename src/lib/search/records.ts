import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** What search finds: an example, or a section of a page. */
export interface SearchRecord {
  /** Where the result leads, anchor included: `/commandes/kubectl-get/#pods`. */
  readonly address: string;
  readonly title: string;
  /** The full command line, for an example. */
  readonly command?: string;
  readonly effect?: string;
  readonly objects?: readonly string[];
  /** The theme of a command, or the page of a section. */
  readonly place: string;
  /** Words that lead here, by decreasing weight: the task, what people call it, everything else. */
  readonly keywords: readonly string[];
  readonly text: string;
}

interface CommandsFile {
  examples: {
    address: string;
    title: string;
    command: string;
    effect: string;
    objects: string[];
    theme: string;
    page: string;
    summary: string;
    keywords: string[];
  }[];
}

/**
 * Reads what can be searched from the built site: the examples from `commandes.json`, the sections from the pages.
 * @param dist the folder of the built site
 */
export async function collectRecords(dist: string): Promise<SearchRecord[]> {
  const { examples } = JSON.parse(await readFile(join(dist, 'commandes.json'), 'utf8')) as CommandsFile;
  const found: SearchRecord[] = examples.map(({ theme, page, summary, ...example }) => ({
    ...example,
    place: theme,
    text: `${page}. ${summary}`,
  }));
  for (const file of (await readdir(dist, { recursive: true })).sort()) {
    // The list of all commands says nothing that the examples do not.
    if (!file.endsWith('index.html') || /^commandes\/index\.html$/.test(file)) continue;
    // Without the option, what a <pre> holds would be read as text, markup included.
    const page = parse(await readFile(join(dist, file), 'utf8'), { blockTextElements: { script: true, style: true } });
    found.push(...readSections(page));
  }
  return found;
}

const BLOCKS = new Set(['H2', 'H3', 'P', 'LI', 'TD', 'TH', 'DD', 'DT', 'FIGCAPTION', 'PRE']);

/** Cuts a page into its introduction and one record for each heading that has an id. */
function readSections(page: HTMLElement): SearchRecord[] {
  const main = page.querySelector('main[data-search-body]');
  const title = main?.querySelector('h1')?.text.trim();
  const path = page.querySelector('link[rel=canonical]')?.getAttribute('href');
  if (!main || !title || !path) return [];
  const address = new URL(path).pathname;
  const keywords = main.getAttribute('data-search-keywords');
  const isCommand = main.querySelector('.example-main') !== null;
  const sections: { title: string; address: string; text: string[] }[] = [{ title, address, text: [] }];
  const visit = (node: HTMLElement): void => {
    if (node.tagName === 'NAV' || node.tagName === 'CARNET-COMMAND' || node.tagName === 'H1') return;
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
        !/#(a-lire-aussi|commandes|exemples)$/.test(section.address) &&
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
