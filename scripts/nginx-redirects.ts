// Prints the redirects of the pages that moved, as rules to include in an nginx `server` block.
import { fileURLToPath } from 'node:url';
import { readRedirects } from '../src/lib/content/aliases.ts';
import { readPlace } from '../src/lib/place.ts';
import { toNginxRules } from '../src/lib/redirects.ts';

const redirects = await readRedirects(fileURLToPath(new URL('../content/', import.meta.url)));
process.stdout.write(toNginxRules(redirects, readPlace(process.env).base));
