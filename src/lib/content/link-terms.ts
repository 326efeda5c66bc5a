import { commandName } from '../command-name.ts';
import { KINDS } from '../kinds.ts';
import type { LinkTerms } from '../markdown/auto-links.ts';
import { commandSchema } from '../schema.ts';
import { addressOf } from './address.ts';
import { readContent } from './read.ts';

/** Kinds whose name is also a French word that may begin a sentence. */
const ORDINARY = new Set<string>([KINDS.volume.name, KINDS.cluster.name]);

/**
 * The names that link themselves: the objects that have a page, as Kubernetes spells them, and the commands that are one's
 * subject.
 * @param root the folder `content/`
 */
export async function readLinkTerms(root: string): Promise<LinkTerms> {
  const addresses = new Map<string, string>();
  for (const { name, ...kind } of Object.values(KINDS)) {
    if ('page' in kind && /^[A-Z][A-Za-z]+$/.test(name) && !ORDINARY.has(name)) addresses.set(name, kind.page);
  }
  const files = await readContent(root);
  for (const file of files) {
    const id = file.path.split('/').at(-1)?.replace(/\.mdx$/, '') ?? '';
    const { data } = commandSchema.safeParse(file.data);
    const name = data && commandName(id, data.examples.map(({ command }) => command));
    if (name) addresses.set(name, addressOf(file));
  }
  return { addresses, pages: new Map(files.map((file) => [file.path, addressOf(file)])) };
}
