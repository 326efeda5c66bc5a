import './carnet-command.ts';
import './carnet-theme.ts';
import './carnet-values.ts';
import './carnet-search.ts';
import './copy-links.ts';
import './share.ts';
import './page-source.ts';
import './manifest.ts';
