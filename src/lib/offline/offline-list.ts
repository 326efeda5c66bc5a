/** What is kept on the reader's device, as the build writes it and the service worker reads it. */
export interface OfflineList {
  /**
   * Files by their address from the root of the site (`objets/pod/`, the home page is the empty one), each with what
   * tells its versions apart: `null` where the name does already.
   */
  readonly files: Readonly<Record<string, string | null>>;
}

/** Where the list stands; the build puts what the list holds in place of `0`. */
export const LIST_NAME = /_astro\/offline\.\w+\.json/;

/** The fragments of the search index in one file, text by name: a thousand requests are one. */
export const FRAGMENTS = 'pagefind/fragments.json';
