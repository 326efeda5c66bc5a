import { withBase } from './urls.ts';

/** An old address of a page and the one that it has now, without the base path. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** How old addresses of pages are served. */
export type RedirectMode = 'page' | 'host';

/**
 * What the environment asks for: by default a page at each old address, which any host serves; with `REDIRECTS=host` none,
 * because GitLab Pages and Netlify let a file hide the rule of its address. Source: docs.gitlab.com/user/project/pages/redirects,
 * « Files override redirects ».
 * @throws Error naming the variable and its values when it is another
 */
export function redirectMode(asked: string | undefined): RedirectMode {
  if (asked === undefined || asked === '' || asked === 'page') return 'page';
  if (asked === 'host') return 'host';
  throw new Error(
    `REDIRECTS : « ${asked} » n'est pas une façon de rediriger.\n  → « page » (par défaut) ou « host », si l'hébergeur lit _redirects ou les règles nginx`,
  );
}

/** Each page has a Markdown twin, which moves with it, and is sometimes asked for without its last slash. */
function pairs(redirects: readonly Redirect[], base: string): (readonly [string, string])[] {
  return redirects.flatMap(({ from, to }) => {
    const [old, now] = [withBase(from, base), withBase(to, base)];
    return [
      [old, now],
      [old.slice(0, -1), now],
      [`${old}index.md`, `${now}index.md`],
    ] as const;
  });
}

/**
 * The `_redirects` file that Netlify, Cloudflare Pages and GitLab Pages read, a rule a line: `/old/ /new/ 301`.
 * Source: docs.gitlab.com/user/project/pages/redirects.
 */
export function toRedirectsFile(redirects: readonly Redirect[], base: string): string {
  return pairs(redirects, base)
    .map(([from, to]) => `${from} ${to} 301\n`)
    .join('');
}

/** Reads {@link toRedirectsFile} again: where each old page leads, by address, base path included. */
export function parseRedirectsFile(text: string): ReadonlyMap<string, string> {
  const rules = text.split('\n').map((line) => line.split(' '));
  return new Map(rules.flatMap(([from = '', to = '']) => (from.endsWith('/') ? [[from, to] as const] : [])));
}

/**
 * The same rules for nginx, to include in a `server` block: `location = /old/ { return 301 /new/$is_args$args; }`.
 * The browser keeps the anchor by itself.
 */
export function toNginxRules(redirects: readonly Redirect[], base: string): string {
  return pairs(redirects, base)
    .map(([from, to]) => `location = ${from} { return 301 ${to}$is_args$args; }\n`)
    .join('');
}
