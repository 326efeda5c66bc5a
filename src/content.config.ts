import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { commandSchema, noteSchema, themeSchema } from './lib/schema.ts';
import { NOTE_FOLDERS } from './site.ts';

// The entry id is the path without its extension, so that `data/` can read the folder from it.
const generateId = ({ entry }: { entry: string }): string => entry.replace(/\.mdx$/, '');

export const collections = {
  notes: defineCollection({
    loader: glob({ base: './content', pattern: `{${NOTE_FOLDERS.join(',')}}/*.mdx`, generateId }),
    schema: noteSchema,
  }),
  themes: defineCollection({
    loader: glob({ base: './content/commands', pattern: '*/_index.mdx', generateId }),
    schema: themeSchema,
  }),
  commands: defineCollection({
    loader: glob({ base: './content/commands', pattern: '*/[!_]*.mdx', generateId }),
    schema: commandSchema,
  }),
};
