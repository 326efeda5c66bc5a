import { parse } from 'node-html-parser';
import { readPageAddresses, type PageAddresses } from '../built-addresses.ts';
import { slimPage } from '../html/slim.ts';
import { toPageMarkdown } from '../markdown/page-markdown.ts';
import { readSections, readThemes, type SectionRecord } from '../search/records.ts';
import type { Theme } from '../search/search-index.ts';

/** A page as Astro rendered it, and all that the site makes of it. */
export interface FinishedPage {
  /** What is written: without what only the build needed. */
  readonly html: string;
  /** Its twin in Markdown; undefined for a page that has none: the 404, an old address. */
  readonly twin: string | undefined;
  /** What can be linked to, and where what left it is now. */
  readonly addresses: PageAddresses;
  /** What search finds in it. */
  readonly sections: readonly SectionRecord[];
  /** The themes of commands, of the page that lists them. */
  readonly themes: readonly Theme[];
}

/** These lists say nothing that other pages do not. */
const NOT_SEARCHED = /^(commandes|corrections|couverture)\/index\.html$/;

/**
 * Makes of a rendered page, parsed once, its twin, its search records and its addresses.
 * @param html as Astro rendered it
 * @param file where it stands in the built site: `objets/pod/index.html`
 * @param base the base path of the site
 */
export function finishPage(html: string, file: string, base: string): FinishedPage {
  // Without the option, what a <pre> holds would be read as text, markup included.
  const page = parse(html, { blockTextElements: { script: true, style: true } });
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href');
  const hasTwin = canonical !== undefined && html.includes('type="text/markdown"');
  const isPage = file.endsWith('index.html');
  return {
    html: slimPage(html),
    twin: hasTwin ? toPageMarkdown(page, canonical) : undefined,
    addresses: readPageAddresses(page, file, base),
    sections: isPage && !NOT_SEARCHED.test(file) ? readSections(page) : [],
    themes: file === 'commandes/index.html' ? readThemes(page) : [],
  };
}
