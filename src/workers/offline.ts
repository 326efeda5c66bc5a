import { addressOf, cacheName, find, isHashed } from './kept.ts';
import { fill, forgetFormer } from './versions.ts';
import { worker } from './scope.ts';

// The service worker: keeps the whole site on the reader's device, and answers for the host when it cannot be reached.
// What the host says always comes first, so that no page is ever older than it could be.

/** How long the host may take before what is kept is shown: a train in a tunnel has a network that never answers. */
const PATIENCE = 4000;
/** On the author's own machine, slow means busy: what was built last is worth the wait. */
const IS_HERE = ['localhost', '127.0.0.1', '[::1]'].includes(worker.location.hostname);

worker.addEventListener('install', (event) => {
  event.waitUntil(fill());
  // A page that is open goes on with the files of its own version, which are still there: nothing to wait for.
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  // No navigation preload: Firefox 153 shows its own error page when the preload finds no host.
  event.waitUntil(Promise.all([forgetFormer(), worker.clients.claim()]));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = addressOf(request.url);
  if (request.method !== 'GET' || address === undefined) return;
  event.respondWith(isHashed(address) ? fromDevice(request, address) : fromHost(event, address));
});

/** What never changes comes from the device first. */
async function fromDevice(request: Request, address: string): Promise<Response> {
  return (await find(address)) ?? fetch(request);
}

async function fromHost(event: FetchEvent, address: string): Promise<Response> {
  const { request } = event;
  const answer = fetch(request);
  // The answer may come after what is kept was shown, or never.
  event.waitUntil(answer.catch(() => undefined));
  const impatience = IS_HERE ? answer : wait(PATIENCE).then(async () => (await find(address)) ?? answer);
  impatience.catch(() => undefined);
  try {
    const first = await Promise.race([answer, impatience]);
    // A host in trouble is a host that is away.
    return first.status < 500 ? first : ((await find(address)) ?? first);
  } catch {
    return (await find(address)) ?? (request.mode === 'navigate' ? unknownPage() : Response.error());
  }
}

/** What is shown offline at an address that is not kept. */
async function unknownPage(): Promise<Response> {
  const page = await (await caches.open(cacheName())).match(new URL('hors-ligne/', worker.registration.scope));
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
