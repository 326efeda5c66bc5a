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
