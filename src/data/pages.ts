import { once } from '../lib/once.ts';
import { commandAddress } from '../lib/urls.ts';
import { getCommands, getThemes } from './commands.ts';
import { getSections } from './notes.ts';

/** A page that others can link to. */
export interface PageLink {
  readonly address: string;
  readonly title: string;
  readonly summary?: string;
  /** The command line to show beside the title, for a command page. */
  readonly command?: string;
}

/** Every page of the content, by address. */
const getPages = once(async (): Promise<ReadonlyMap<string, PageLink>> => {
  const notes = (await getSections()).flatMap((section) => section.pages);
  const commands = (await getCommands()).map(({ address, title, summary, examples }) => ({
    address,
    title,
    summary,
    command: examples[0].command,
  }));
  const pages: PageLink[] = [...notes, ...(await getThemes()), ...commands];
  return new Map(pages.map((page) => [page.address, page]));
});

/** The pages that a `related` field names, by command id or by address. */
export async function getRelated(references: readonly string[]): Promise<readonly PageLink[]> {
  const pages = await getPages();
  return references.map((reference) => {
    const page = pages.get(reference.startsWith('/') ? reference : commandAddress(reference));
    if (!page) throw new Error(`related : « ${reference} » ne désigne aucune page.`);
    return page;
  });
}

/** The old addresses of the pages, with where each leads now. */
export async function getAliases(): Promise<readonly { alias: string; address: string }[]> {
  const notes = (await getSections()).flatMap((section) => section.pages);
  const pages = [...notes, ...(await getThemes()), ...(await getCommands())];
  return pages.flatMap(({ address, entry }) => entry.data.aliases.map((alias) => ({ alias, address })));
}

/** The title of the page that an address with an anchor leads to: `/objets/pod/#pieges` → `Pod`. */
export async function getTitleAt(address: string): Promise<string> {
  return (await getPages()).get(address.split('#')[0] ?? '')?.title ?? address;
}
