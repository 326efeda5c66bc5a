import { defineCollection } from 'astro:content';
import { renderVersion } from './lib/content/render-version.ts';
import { commandSchema, noteSchema, themeSchema } from './lib/schema.ts';
import { pages } from './loaders/pages.ts';
import { NOTE_FOLDERS } from './site.ts';

// The entry id is the path without its extension, so that `data/` can read the folder from it.
const generateId = ({ entry }: { entry: string }): string => entry.replace(/\.mdx$/, '');

export const collections = {
  notes: defineCollection({
    loader: pages({ base: './content', pattern: `{${NOTE_FOLDERS.join(',')}}/*.mdx`, generateId }, renderVersion),
    schema: noteSchema,
  }),
  themes: defineCollection({
    loader: pages({ base: './content/commands', pattern: '*/_index.mdx', generateId }, renderVersion),
    schema: themeSchema,
  }),
  commands: defineCollection({
    loader: pages({ base: './content/commands', pattern: '*/[!_]*.mdx', generateId }, renderVersion),
    schema: commandSchema,
  }),
};
