/** The service worker that runs: its types know workers in general only. */
export const worker = self as unknown as ServiceWorkerGlobalScope;

/**
 * What the names of this site's caches begin with. They hold where the site is served, because another one may be beside it
 * on the same host: `carnet /notes-k8s/ `.
 */
export const CACHE_PREFIX = `carnet ${new URL(worker.registration.scope).pathname} `;

/** The names of the caches of this site, the oldest first. */
export async function ownCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
}
