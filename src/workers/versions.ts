import type { OfflineList } from '../lib/offline/offline-list.ts';
import { absolute, addressOf, cacheName, LIST } from './kept.ts';
import { ownCaches, worker } from './scope.ts';

/** How many files are asked for at once: the page that is being read comes first. */
const AT_ONCE = 6;

declare global {
  /** https://wicg.github.io/netinfo/#savedata-attribute, where the browser knows it. */
  interface WorkerNavigator {
    readonly connection?: { readonly saveData?: boolean };
  }
}

/**
 * Keeps all files of this version: those of the version before that did not change, the others from the host.
 * One that stopped half-way goes on from there.
 * @throws Error when a file cannot be had or kept: the browser then stays with what it had, and tries again later
 */
export async function fill(): Promise<void> {
  // A new version waits for a reader who does not count what he downloads.
  if (worker.navigator.connection?.saveData) throw new Error('Save-Data');
  const [former] = (await ownCaches()).filter((name) => name !== cacheName()).reverse();
  const cache = await caches.open(cacheName());
  try {
    const response = await ask(LIST, null);
    const { files } = (await response.clone().json()) as OfflineList;
    const unchanged = former === undefined ? new Map<string, Response>() : await findUnchanged(former, files);
    const has = new Set((await cache.keys()).map(({ url }) => url));
    const missing = Object.entries(files).filter(([address]) => !has.has(absolute(address)));
    const next = missing.values();
    const work = async (): Promise<void> => {
      for (const [address, revision] of next)
        await cache.put(absolute(address), unchanged.get(address) ?? (await ask(address, revision)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    // Last, as the sign that the rest is there.
    await cache.put(absolute(LIST), response);
  } catch (error) {
    // What does not fit must not take up the room that there is.
    if (error instanceof DOMException && error.name === 'QuotaExceededError') await caches.delete(cacheName());
    throw error;
  }
}

/** The files of a former version that are the same in this one. */
async function findUnchanged(name: string, files: OfflineList['files']): Promise<Map<string, Response>> {
  const cache = await caches.open(name);
  const requests = await cache.keys();
  const list = requests.find(({ url }) => /\/_astro\/offline\.\w+\.json$/.test(url));
  const former = list && (await cache.match(list));
  const known = former ? ((await former.json()) as OfflineList).files : {};
  const found = new Map<string, Response>();
  for (const request of requests) {
    const address = addressOf(request.url) ?? '';
    const isSame = address in files && address in known && files[address] === known[address];
    const response = isSame ? await cache.match(request) : undefined;
    if (response) found.set(address, response);
  }
  return found;
}

/** Asks the host for a file, after what the page itself needs. */
async function ask(address: string, revision: string | null): Promise<Response> {
  const response = await fetch(absolute(address), {
    cache: revision === null ? 'default' : 'no-cache',
    priority: 'low',
  });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // An old address that the host itself redirects is kept as a redirect: a page cannot be answered with a followed one.
  return response.redirected ? Response.redirect(response.url, 301) : response;
}

/** Once this version is in charge, keeps of the one before what its open pages may still ask for, and nothing older. */
export async function forgetFormer(): Promise<void> {
  const [former, ...older] = (await ownCaches()).filter((name) => name !== cacheName()).reverse();
  await Promise.all(older.map((name) => caches.delete(name)));
  if (former === undefined) return;
  const cache = await caches.open(former);
  for (const request of await cache.keys()) {
    const address = addressOf(request.url) ?? '';
    if (!/^(?:_astro|_search|pagefind)\//.test(address)) await cache.delete(request);
  }
}
