import { FRAGMENTS } from '../lib/offline/offline-list.ts';
import { CACHE_PREFIX, ownCaches, worker } from './scope.ts';

/** The list of what this version keeps; the build writes its real name here (`lib/offline/write.ts`). */
export const LIST = '_astro/offline.0.json';

/** The cache of this version. */
export const cacheName = (): string => CACHE_PREFIX + LIST;

/** The absolute address of a file of the site. */
export const absolute = (address: string): string => new URL(address, worker.registration.scope).href;

/** An address from the root of the site, without its query: `recherche/`; undefined for what is not of the site. */
export function addressOf(url: string): string | undefined {
  const { scope } = worker.registration;
  const plain = url.split(/[?#]/, 1)[0] ?? '';
  return plain.startsWith(scope) ? plain.slice(scope.length) : undefined;
}

/** Whether the name of a file changes with what it holds. */
export const isHashed = (address: string): boolean => /^_astro\/|^_search\/[^/]+\/|\.pf_\w+$/.test(address);

/** What is kept at an address, of this version, else of the one before: pages of that one may still be open. */
export async function find(address: string): Promise<Response | undefined> {
  const names = [cacheName(), ...(await ownCaches()).filter((name) => name !== cacheName()).reverse()];
  for (const name of names) {
    const cache = await caches.open(name);
    for (const spelling of spellings(address)) {
      const found = (await cache.match(absolute(spelling), { ignoreVary: true })) ?? (await fragment(name, spelling));
      if (found) return found;
    }
  }
  return undefined;
}

/** The ways an address of a page may be written: `objets/pod`, `objets/pod/`, `objets/pod/index.html`. */
function spellings(address: string): string[] {
  const plain = address.replace(/(^|\/)index\.html$/, '$1');
  return plain === '' || plain.endsWith('/') ? [plain] : [plain, `${plain}/`];
}

type Pack = Readonly<Record<string, string>>;
const packs = new Map<string, Promise<Pack>>();

/** A fragment of the search index, out of the file that holds them all. */
async function fragment(cache: string, address: string): Promise<Response | undefined> {
  const name = /^pagefind\/fragment\/(.+)$/.exec(address)?.[1];
  if (!name) return undefined;
  const pack = packs.get(cache) ?? readPack(cache);
  packs.set(cache, pack);
  const text = (await pack)[name];
  return text === undefined ? undefined : new Response(text);
}

async function readPack(cache: string): Promise<Pack> {
  const kept = await (await caches.open(cache)).match(absolute(FRAGMENTS), { ignoreVary: true });
  return kept ? ((await kept.json()) as Pack) : {};
}
