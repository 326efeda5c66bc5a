import styles from '../styles/offline.css?url';
import { announce } from './clipboard.ts';
import { loadStyle } from './load-style.ts';

/** What the site takes on the device, twice while a new version comes, with room to spare. */
const ROOM = 25_000_000;
/** A page left open looks for a new version when it is seen again, not more often than this. */
const HOUR = 3_600_000;

declare global {
  /** https://wicg.github.io/netinfo/#savedata-attribute, where the browser knows it. */
  interface Navigator {
    readonly connection?: { readonly saveData?: boolean };
  }
}

/** Keeps the site on this device, where the browser lets it, and says when a new version of it is there. */
async function keepSite(): Promise<void> {
  const { serviceWorker, storage, connection } = navigator;
  // In a page served without HTTPS, browsers have neither.
  if (!('serviceWorker' in navigator)) return;
  if (!serviceWorker.controller && (connection?.saveData || !(await hasRoom(storage)))) return;
  const base = document.documentElement.dataset.base ?? '/';
  const registration = await serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' });
  // What this page's own coming finds is not news: the page came from the host just now. Without network, it did not.
  await registration.update().catch(() => undefined);
  const known = registration.installing ?? registration.waiting;
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    if (!installing || installing === known || !serviceWorker.controller) return;
    installing.addEventListener('statechange', () => {
      if (installing.state === 'activated') tellNewVersion();
    });
  });
  let checked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - checked < HOUR) return;
    checked = Date.now();
    registration.update().catch(() => undefined);
  });
}

async function hasRoom(storage: StorageManager): Promise<boolean> {
  const { quota = 0, usage = 0 } = await storage.estimate();
  return quota - usage > ROOM;
}

/** A quiet line at the foot of the window; the focus stays where it is. */
function tellNewVersion(): void {
  if (document.querySelector('.new-version')) return;
  const line = document.createElement('section');
  line.className = 'new-version';
  line.setAttribute('aria-label', 'Nouvelle version');
  const text = document.createElement('p');
  text.textContent = 'Une nouvelle version du carnet est prête.';
  line.append(
    text,
    button('Recharger', () => {
      location.reload();
    }),
    button('Plus tard', () => {
      line.remove();
    }),
  );
  void loadStyle(styles).then(() => {
    document.body.append(line);
    announce('Une nouvelle version du carnet est prête. Le bouton Recharger est à la fin de la page.');
  });
}

function button(text: string, act: () => void): HTMLButtonElement {
  const created = document.createElement('button');
  created.type = 'button';
  created.textContent = text;
  created.addEventListener('click', act);
  return created;
}

keepSite().catch(() => {
  // Storage refused, a private window, no network: the page is whole without.
});

export {};
