import { createHash } from 'node:crypto';
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
    "style-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** The policy of this site's pages: in each page itself, and in the header of a server (scripts/hosting/nginx.ts). */
export function sitePolicy(): string {
  return contentSecurityPolicy([createHash('sha256').update(THEME_SCRIPT).digest('base64')]);
}
