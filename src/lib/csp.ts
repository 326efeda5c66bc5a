import { createHash } from 'node:crypto';
import { nextPageRules } from './next-page.ts';
import { THEME_SCRIPT } from './theme-script.ts';

/**
 * The Content-Security-Policy of every page: own files only, no inline script but those whose sha256 (base64) is given.
 * Pagefind's WebAssembly needs 'wasm-unsafe-eval', which does not allow `eval`.
 */
export function contentSecurityPolicy(scriptHashes: readonly string[]): string {
  const hashes = scriptHashes.map((hash) => `'sha256-${hash}'`);
  return [
    "default-src 'self'",
    ["script-src 'self'", "'wasm-unsafe-eval'", ...hashes].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/**
 * The policy of this site's pages: in each page itself, and in the header of a server (scripts/hosting/nginx.ts).
 * @param base the path that the site is served under: `/` or `/notes-k8s/`
 */
export function sitePolicy(base: string): string {
  const hashes = [THEME_SCRIPT, nextPageRules(base)].map((text) => createHash('sha256').update(text).digest('base64'));
  return contentSecurityPolicy(hashes);
}
