import type { Redirect } from '../redirects.ts';
import { addressOf } from './address.ts';
import { parseMoves, readMovesText } from './moves.ts';
import { readContent } from './read.ts';

/** The content file that makes each page, by address: `/objets/pod/` → `content/objects/pod.mdx`. */
export async function readFilesByAddress(root: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await readContent(root)).map((file) => [addressOf(file), `content/${file.path}`]));
}

/**
 * The redirects that the `aliases` of the pages and content/moved.yaml ask for.
 * @param root the folder `content/`
 */
export async function readRedirects(root: string): Promise<Redirect[]> {
  const own = (await readContent(root)).flatMap((file) => {
    const { aliases = [] } = file.data as { aliases?: string[] };
    return aliases.map((from) => ({ from, to: addressOf(file) }));
  });
  return [...own, ...parseMoves(await readMovesText(root)).pages];
}
