import { withBase } from './urls.ts';

/** An old address of a page and the one that it has now, without the base path. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Each page has a Markdown twin, which moves with it. */
const files = ['', 'index.md'];

const pairs = (redirects: readonly Redirect[], base: string): (readonly [string, string])[] =>
  redirects.flatMap(({ from, to }) =>
    files.map((file) => [withBase(from, base) + file, withBase(to, base) + file] as const),
  );

/**
 * The `_redirects` file that Netlify, Cloudflare Pages and GitLab Pages read, a rule a line: `/old/ /new/ 301`.
 * Source: docs.gitlab.com/user/project/pages/redirects.
 */
export function toRedirectsFile(redirects: readonly Redirect[], base: string): string {
  return pairs(redirects, base)
    .map(([from, to]) => `${from} ${to} 301\n`)
    .join('');
}

/** The same rules for nginx, to include in a `server` block: `location = /old/ { return 301 /new/; }`. */
export function toNginxRules(redirects: readonly Redirect[], base: string): string {
  return pairs(redirects, base)
    .map(([from, to]) => `location = ${from} { return 301 ${to}; }\n`)
    .join('');
}
