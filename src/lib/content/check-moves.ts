import { z } from 'astro/zod';
import { parse } from 'yaml';
import { MOVES_FILE, movesSchema, readMovesText } from './moves.ts';

/**
 * Finds what is wrong in content/moved.yaml: its form, an old address that is still one of a page, a target that is none.
 * @param root the content folder
 * @param pages the pages of the content and of the site with their anchors, those that a page's own header moved left out;
 *   undefined for a page whose anchors are known once it is built only
 */
export async function checkMoves(
  root: string,
  pages: ReadonlyMap<string, ReadonlySet<string> | undefined>,
): Promise<string[]> {
  const say = (where: string, what: string, fix: string): string =>
    `content/${MOVES_FILE} : ${where}\n  ${what}\n  → ${fix}`;
  const read = movesSchema.safeParse(parse(await readMovesText(root)) ?? {});
  if (!read.success)
    return [
      say('contenu', z.prettifyError(read.error), 'une ligne par adresse : « /manifestes/pod/: /manifestes/boutique/ »'),
    ];
  const has = (address: string): boolean => {
    const [page = '', anchor] = address.split('#');
    // A manifest's addresses come from its file; the test of the built site sees them.
    if (!pages.has(page)) return page.startsWith('/manifestes/');
    return !anchor || (pages.get(page)?.has(anchor) ?? true);
  };
  const isTaken = (address: string): boolean => {
    const [page = '', anchor] = address.split('#');
    return pages.has(page) && (!anchor || (pages.get(page)?.has(anchor) ?? false));
  };
  return Object.entries(read.data).flatMap(([from, to]) => {
    if (isTaken(from)) return [say(from, 'cette adresse mène déjà à une page ou à un passage.', 'retirez la ligne')];
    if (has(to) || to in read.data) return [];
    return [say(from, `${to} ne mène nulle part.`, 'nommez une page du site et, après « # », l’une de ses ancres')];
  });
}
