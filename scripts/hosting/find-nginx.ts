import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** An installed nginx. */
export interface Nginx {
  readonly path: string;
  /** Debian's module that serves `.br` files, when it is installed. */
  readonly brotliModule: string | undefined;
}

const PLACES = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const PACKAGES = ['nginx-light', 'libnginx-mod-http-brotli-static'];

/** Finds nginx, `NGINX_PATH` first. */
function findNginx(): Nginx | undefined {
  const named = process.env.NGINX_PATH;
  const path = [...(named ? [named] : []), ...PLACES.map((place) => join(place, 'nginx'))].find((one) =>
    existsSync(one),
  );
  // Debian's module fits Debian's nginx only.
  const isDebian = path?.startsWith('/usr/sbin/') && existsSync(BROTLI_MODULE);
  return path ? { path, brotliModule: isDebian ? BROTLI_MODULE : undefined } : undefined;
}

/** Finds nginx, or installs Debian's by apt when root. Undefined elsewhere, where the tests that need it say that they are skipped. */
export function needNginx(): Nginx | undefined {
  const found = findNginx();
  if (found?.brotliModule) return found;
  const run = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  if (process.env.NGINX_PATH || process.getuid?.() !== 0 || !run('--version')) return found;
  console.log(`Installing Debian’s ${PACKAGES.join(' and ')}…`);
  run('update');
  run('install', '--yes', '--no-install-recommends', ...PACKAGES);
  return findNginx();
}
