import './carnet-command.ts';
import './carnet-theme.ts';
import './carnet-values.ts';
import './carnet-search.ts';
import './copy-links.ts';
import './share.ts';
import './page-source.ts';
import './manifest.ts';
import './sidebar.ts';

// Long after all that the page needs. In a page served without HTTPS, browsers have no service worker.
if (import.meta.env.OFFLINE && 'serviceWorker' in navigator)
  addEventListener('load', () => setTimeout(() => void import('./offline.ts'), 3000));
