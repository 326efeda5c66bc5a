import { getCollection, type CollectionEntry } from 'astro:content';
import { once } from '../lib/once.ts';
import type { NoteData } from '../lib/schema.ts';
import { typeset } from '../lib/typography.ts';
import { NOTE_SECTIONS } from '../site.ts';

/** A page of notes: everything that is not a command. */
export interface Note {
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly data: NoteData;
  readonly entry: CollectionEntry<'notes'>;
}

/** A section of notes with its pages in their order, the section's own page first. */
export interface Section {
  readonly address: string;
  readonly title: string;
  readonly pages: readonly Note[];
}

/** The sections of notes in reading order. */
export const getSections = once(async (): Promise<readonly Section[]> => {
  const entries = await getCollection('notes');
  return NOTE_SECTIONS.map(({ folder, slug, title }) => {
    const pages = entries
      .filter((entry) => entry.id.startsWith(`${folder}/`))
      .map((entry): Note => {
        const name = entry.id.slice(folder.length + 1);
        return {
          address: name === 'index' ? `/${slug}/` : `/${slug}/${name}/`,
          title: typeset(entry.data.title),
          summary: typeset(entry.data.summary),
          data: entry.data,
          entry,
        };
      });
    pages.sort((a, b) => depth(a) - depth(b) || a.data.order - b.data.order);
    return { address: `/${slug}/`, title, pages };
  });
});

const depth = (note: Note): number => note.address.split('/').length;
