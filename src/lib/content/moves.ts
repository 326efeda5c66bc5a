import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { Redirect } from '../redirects.ts';

/** Where they are written, in the content folder. */
export const MOVES_FILE = 'moved.yaml';

const address = z
  .string()
  .regex(
    /^\/([a-z0-9-]+\/)*([a-z0-9.-]+\.[a-z]+|#[a-z0-9-]+)?$/,
    'une adresse du site : /manifestes/pod/, /manifestes/pod.yaml ou /antiseche/#creer',
  );

/** Old addresses that no page's header can hold, each with the one that it has now: `{ /antiseche/#creer: /antiseche/#faire }`. */
export const movesSchema = z.record(address, address);

/** What moved, by the kind of what it was. */
export interface Moves {
  readonly pages: readonly Redirect[];
  /** Files are not redirected but kept at both addresses, so that any host serves them. */
  readonly files: readonly Redirect[];
  /** By page, then by the anchor that it had there: `/antiseche/` → `{ creer: '/antiseche/#faire' }`. */
  readonly anchors: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/**
 * Sorts the text of content/moved.yaml.
 * @throws ZodError when it does not have its form
 */
export function parseMoves(text: string): Moves {
  const all = Object.entries(movesSchema.parse(parse(text) ?? {})).map(([from, to]) => ({ from, to }));
  const anchors = new Map<string, Record<string, string>>();
  for (const { from, to } of all) {
    const [page = '', anchor] = from.split('#');
    if (anchor) anchors.set(page, { ...anchors.get(page), [anchor]: to });
  }
  const plain = all.filter(({ from }) => !from.includes('#'));
  return {
    pages: plain.filter(({ from }) => from.endsWith('/')),
    files: plain.filter(({ from }) => !from.endsWith('/')),
    anchors,
  };
}

/** The text of the file, empty when a content folder has none. @param root the content folder */
export async function readMovesText(root: string): Promise<string> {
  return readFile(join(root, MOVES_FILE), 'utf8').catch(() => '');
}
