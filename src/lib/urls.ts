/**
 * Puts the site's base path before an address of the site: `withBase('/objets/pod/', '/notes/')` → `/notes/objets/pod/`.
 * Addresses of other sites and bare fragments come back as they are.
 */
export function withBase(address: string, base: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  return base.replace(/\/$/, '') + address;
}

/** Takes the base path away again: `withoutBase('/notes/objets/pod/', '/notes/')` → `/objets/pod/`. */
export function withoutBase(address: string, base: string): string {
  return address.slice(base.replace(/\/$/, '').length);
}

/** The address of a command page: `commandAddress('kubectl-get')` → `/commandes/kubectl-get/`. */
export function commandAddress(id: string): string {
  return `/commandes/${id}/`;
}

/** The address of an example: `exampleAddress('kubectl-get', 'pods')` → `/commandes/kubectl-get/#pods`. */
export function exampleAddress(command: string, example: string): string {
  return `${commandAddress(command)}#${example}`;
}

/** The address of the card that a chat shows for a page: `cardAddress('/objets/pod/')` → `/cartes/objets/pod.png`. */
export function cardAddress(page: string): string {
  return `/cartes/${page === '/' ? 'accueil' : page.slice(1, -1)}.png`;
}

/** What a page of another site is about, as its address says it: `https://…/concepts/workloads/pods/` → `pods`. */
export function readSubject(address: string): string {
  const { pathname, hash } = new URL(address);
  const name = hash.slice(1) || pathname.split('/').findLast(Boolean);
  return name?.replaceAll(/[-_]/g, ' ') ?? '';
}
