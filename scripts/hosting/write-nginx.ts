// Prints the nginx configuration of the site, from the environment: BASE, ROOT, LISTEN, STATE, ACCESS_LOG, HSTS, BROTLI_MODULE.
import { fileURLToPath } from 'node:url';
import { readRedirects } from '../../src/lib/content/aliases.ts';
import { readPlace } from '../../src/lib/place.ts';
import { renderNginx } from './nginx.ts';

// A variable that is set to nothing, as a build argument may be, says nothing.
const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
const configuration = renderNginx({
  base: readPlace(env).base,
  root: env.ROOT ?? '/srv/site',
  listen: env.LISTEN ?? '8080',
  state: env.STATE ?? '/tmp',
  accessLog: env.ACCESS_LOG ?? '/dev/stdout',
  hsts: env.HSTS,
  brotliModule: env.BROTLI_MODULE,
  redirects: await readRedirects(fileURLToPath(new URL('../../content/', import.meta.url))),
});
process.stdout.write(configuration);
