import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getManifest } from '@serwist/build';
import { packFragments } from './fragments.ts';
import { LIST_NAME, type OfflineList } from './offline-list.ts';

/** All that reading, searching and copying need; not the cards of chats nor what machines read. */
const KEPT = [
  '**/*.html',
  '_astro/*.{css,js}',
  'manifestes/*.yaml',
  '_search/**/*.{json,txt}',
  'pagefind/{pagefind.js,wasm.fr.pagefind,fragments.json,pagefind-entry.json}',
  'pagefind/**/*.{pf_meta,pf_index,pf_filter}',
  '*.{svg,ico,png,webmanifest}',
];

/** Files whose name changes with what they hold. */
const HASHED = /^_astro\/|^_search\/[^/]+\/|\.pf_\w+$/;

/**
 * Lists what the service worker keeps of a built site, and puts the list and its version into the worker.
 * A second call does it again, for a site that was changed by hand.
 * @param dist the folder of the built site, its search index and the worker included
 * @returns the number of files
 * @throws Error with what the list's maker says when a file cannot be listed
 */
export async function writeOffline(dist: string): Promise<number> {
  for (const name of await readdir(join(dist, '_astro')))
    if (LIST_NAME.test(`_astro/${name}`)) await rm(join(dist, '_astro', name));
  await packFragments(dist);
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: dist,
    globPatterns: KEPT,
    // A host answers an unknown address with it; offline, `hors-ligne/` does.
    globIgnores: ['404.html'],
    dontCacheBustURLsMatching: HASHED,
    // The list of all commands grows with the site: at 3,000 pages it passes the 2 MB at which a page would be left out.
    maximumFileSizeToCacheInBytes: 100_000_000,
  });
  if (warnings.length > 0) throw new Error(`The list of what is kept offline: ${warnings.join('; ')}`);
  const entries = (manifestEntries ?? []).map(({ url, revision }) => [
    url.replace(/(^|\/)index\.html$/, '$1'),
    revision,
  ]);
  const list: OfflineList = { files: Object.fromEntries(entries) as OfflineList['files'] };
  const text = JSON.stringify(list);
  const address = `_astro/offline.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`;
  await writeFile(join(dist, address), text);
  const worker = join(dist, 'sw.js');
  await writeFile(worker, (await readFile(worker, 'utf8')).replace(LIST_NAME, address));
  return entries.length;
}
