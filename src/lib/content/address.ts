import { NOTE_SECTIONS } from '../../site.ts';
import { commandAddress } from '../urls.ts';
import type { ContentFile } from './read.ts';

/** Where a content file is served: `commands/explore/kubectl-get.mdx` → `/commandes/kubectl-get/`. */
export function addressOf({ path, data }: Pick<ContentFile, 'path' | 'data'>): string {
  const [folder = '', ...rest] = path.replace(/\.mdx$/, '').split('/');
  const name = rest.at(-1) ?? '';
  if (folder === 'commands') {
    const slug = (data as { slug?: unknown } | undefined)?.slug;
    return commandAddress(name === '_index' ? String(slug) : name);
  }
  const slug = NOTE_SECTIONS.find((section) => section.folder === folder)?.slug ?? folder;
  return name === 'index' ? `/${slug}/` : `/${slug}/${name}/`;
}
