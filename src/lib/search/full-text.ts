import { rm } from 'node:fs/promises';
import * as pagefind from 'pagefind';
import type { SectionRecord } from './records.ts';
import { writeIndex } from './write-index.ts';

/**
 * Writes Pagefind's index of the whole text of the sections: asked only for words that the index of examples does not
 * know, so that its WebAssembly weighs on no other search.
 * @param folder emptied first
 * @throws Error with Pagefind's own words when it refuses a record
 */
export async function buildFullText(sections: readonly SectionRecord[], folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'fr' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  for (const { address, title, place, text } of sections) {
    const content = `${title}. ${text}`;
    const added = await index.addCustomRecord({ url: address, content, language: 'fr', meta: { title, place } });
    if (added.errors.length > 0) throw new Error(`${address}: ${added.errors.join('; ')}`);
  }
  await writeIndex(index, folder);
  await pagefind.close();
}
