import './carnet-command.ts';
import './carnet-theme.ts';
import './carnet-values.ts';
import './carnet-search.ts';
import './copy-links.ts';
import './share.ts';
import './page-source.ts';
import './sidebar.ts';

// Long after all that the page needs.
if (import.meta.env.OFFLINE) addEventListener('load', () => setTimeout(() => void import('./offline.ts'), 3000));
