import { readFileSync } from 'node:fs';
import { sitePolicy } from '../../src/lib/csp.ts';
import { toNginxRules, type Redirect } from '../../src/lib/redirects.ts';

/** What differs between two places that serve the site. */
export interface NginxOptions {
  /** The path that the site was built for: `/` or `/notes-k8s/`. */
  readonly base: string;
  /** The folder that holds the site, under its base path when it has one: `/srv/site` holds `notes-k8s/index.html`. */
  readonly root: string;
  /** The only folder that nginx writes in: `/tmp`. */
  readonly state: string;
  /** As nginx writes it: `8080`, `127.0.0.1:4322`, `[::]:8080`, which is IPv6 and IPv4. */
  readonly listen: string;
  /** Where requests are logged: `/dev/stdout`, `off`. */
  readonly accessLog: string;
  /** The value of Strict-Transport-Security, once the site is served over HTTPS only: `max-age=31536000`. */
  readonly hsts?: string | undefined;
  /** The path of nginx's module that serves `.br` files, when it is installed. */
  readonly brotliModule?: string | undefined;
  readonly redirects: readonly Redirect[];
}

const FORMS: readonly { key: Exclude<keyof NginxOptions, 'redirects'>; name: string; form: RegExp; example: string }[] =
  [
    { key: 'base', name: 'BASE', form: /^\/(?:[\w.~-]+\/)*$/, example: '/notes-k8s/' },
    { key: 'root', name: 'ROOT', form: /^\/[\w./-]+$/, example: '/srv/site' },
    { key: 'state', name: 'STATE', form: /^\/[\w./-]+$/, example: '/tmp' },
    { key: 'listen', name: 'LISTEN', form: /^(?:[\d.]+:|\[[\da-f:]+\]:)?\d{1,5}$/, example: '8080' },
    { key: 'accessLog', name: 'ACCESS_LOG', form: /^(?:off|\/[\w./-]+)$/, example: '/dev/stdout' },
    {
      key: 'hsts',
      name: 'HSTS',
      form: /^max-age=\d+(?:; includeSubDomains)?(?:; preload)?$/,
      example: 'max-age=31536000; includeSubDomains',
    },
  ];

/**
 * The whole configuration of nginx for the site, from `nginx.conf` beside this file.
 * @throws Error naming the setting and its form when a value could not stand in the configuration
 */
export function renderNginx(options: NginxOptions): string {
  for (const { key, name, form, example } of FORMS) {
    const value = options[key];
    if (value !== undefined && !form.test(value))
      throw new Error(`${name}: « ${value} » does not fit.\n  → write it as in ${name}='${example}'`);
  }
  const { base, brotliModule, hsts } = options;
  const values: Readonly<Record<string, string>> = {
    MODULES: brotliModule ? `load_module ${brotliModule};` : '# No module for brotli here: gzip only.',
    BROTLI: brotliModule ? 'brotli_static on;' : '',
    STATE: options.state,
    ROOT: options.root,
    // By itself, nginx takes « all of IPv6 » for IPv6 alone; the probe of the image asks over IPv4.
    LISTEN: options.listen.startsWith('[::]:') ? `${options.listen} ipv6only=off` : options.listen,
    ACCESS_LOG: options.accessLog,
    BASE: base,
    BASE_PATTERN: base.replaceAll('.', '\\.'),
    // A page cannot say by itself who may frame it: only this header can.
    POLICY: `${sitePolicy(base)}; frame-ancestors 'none'`,
    HSTS: hsts ? `add_header Strict-Transport-Security "${hsts}" always;` : '',
    START: base === '/' ? '' : `location = / {\n      return 302 ${base};\n    }`,
    REDIRECTS: toNginxRules(options.redirects, base).trimEnd().replaceAll('\n', '\n    '),
  };
  const template = readFileSync(new URL('nginx.conf', import.meta.url), 'utf8');
  // The comment of the template's head speaks of « ${NAMES} »: it stays with the template.
  const [, body = ''] = template.split(/^(?=\$\{MODULES\})/m);
  return body
    .replaceAll(/\$\{([A-Z_]+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`nginx.conf: \${${name}} has no value: give it one in nginx.ts.`);
      return value;
    })
    .replaceAll(/^ +\n/gm, '');
}
