import source from '../../content/moved.yaml?raw';
import { parseMoves } from '../lib/content/moves.ts';
import type { Redirect } from '../lib/redirects.ts';
import { getPublicPage } from './all-pages.ts';
import { getCommands, getThemes } from './commands.ts';
import { getSections } from './notes.ts';

const moves = parseMoves(source);

/** The old addresses of the pages, with where each leads now: of `aliases` and of content/moved.yaml. */
export async function getRedirects(): Promise<readonly Redirect[]> {
  const notes = (await getSections()).flatMap((section) => section.pages);
  const pages = [...notes, ...(await getThemes()), ...(await getCommands())];
  const own = pages.flatMap(({ address, entry }) => entry.data.aliases.map((from) => ({ from, to: address })));
  return [...own, ...moves.pages];
}

/** What left a page, by the anchor that it had there, as content/moved.yaml says: `/antiseche/` → `{ creer: … }`. */
export function movedFrom(page: string): Readonly<Record<string, string>> {
  return moves.anchors.get(page) ?? {};
}

/** The title of the page that an address with an anchor leads to: `/objets/pod/#pieges` → `Pod`. */
export async function getTitleAt(address: string): Promise<string> {
  return (await getPublicPage(address.split('#')[0] ?? ''))?.title ?? address;
}
