import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FRAGMENTS } from './offline-list.ts';

/**
 * Writes all of Pagefind's fragments (what a result shows, one file each) as one file beside them, so that they are kept
 * with one request, and compressed together: `{ "unknown_1a2b.pf_fragment": "pagefind_dcd{…}" }`. Pagefind reads a fragment
 * that is not compressed as well, by that first word.
 * @param dist the folder of the built site
 */
export async function packFragments(dist: string): Promise<void> {
  const folder = join(dist, 'pagefind', 'fragment');
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map(async (name) => gunzipSync(await readFile(join(folder, name))).toString()));
  const pack = Object.fromEntries(names.map((name, index) => [name, texts[index]]));
  await writeFile(join(dist, FRAGMENTS), JSON.stringify(pack));
}
