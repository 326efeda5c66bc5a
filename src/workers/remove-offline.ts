// Shipped in place of the service worker when it is switched off, and in development: takes away what it had kept, and
// then itself. Open pages go on, from the host. It imports nothing, so that the development server can give it as it is.

const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', () => {
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(removeAll());
});

async function removeAll(): Promise<void> {
  // As `scope.ts` names them.
  const prefix = `carnet ${new URL(worker.registration.scope).pathname} `;
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
