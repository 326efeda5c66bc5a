import type { Note } from './notes.ts';
import { once } from '../lib/once.ts';
import { findLine } from '../lib/manifest.ts';
import { getSections } from './notes.ts';

/** A manifest as its page shows it, each explained line with its mark, counted from 1. */
export interface ShownManifest {
  readonly file: string;
  /** Where it is downloaded: `/manifestes/service.yaml`. */
  readonly address: string;
  /** Where each of its lines is explained: `/manifestes/service/`. */
  readonly pageAddress: string;
  readonly source: string;
  readonly notes: readonly {
    readonly mark: number;
    readonly line: number;
    readonly path: string;
    readonly text: string;
  }[];
}

const sources = import.meta.glob<string>('/content/*/manifests/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * The manifest that a page names.
 * @throws Error naming the page, the field and what exists when the file or a path is missing.
 */
export function getManifest(page: Note): ShownManifest | undefined {
  const { manifest } = page.data;
  if (!manifest) return undefined;
  const folder = page.entry.id.split('/')[0] ?? '';
  const source = sources[`/content/${folder}/manifests/${manifest.file}`];
  if (source === undefined)
    throw new Error(
      `${page.entry.id} : manifest.file « ${manifest.file} » n'existe pas dans content/${folder}/manifests/.`,
    );
  const address = `/manifestes/${manifest.file}`;
  const notes = manifest.notes.map(({ doc, path, text }, index) => ({
    mark: index + 1,
    line: findLine(source, { doc, path }),
    path,
    text,
  }));
  return { file: manifest.file, address, pageAddress: address.replace('.yaml', '/'), source, notes };
}

/** All the manifests of the site. */
export const getManifests = once(async (): Promise<readonly ShownManifest[]> =>
  (await getSections())
    .flatMap((section) => section.pages)
    .map(getManifest)
    .filter((manifest) => manifest !== undefined),
);
