import { withBase } from '../lib/urls.ts';

/** The base path the site is built for: `/` or `/notes-k8s/`. */
export const BASE = import.meta.env.BASE_URL;

/** The address to write in an `href`, base path included: `href('/objets/pod/')`. */
export function href(address: string): string {
  return withBase(address, BASE);
}
