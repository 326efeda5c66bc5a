/**
 * Puts the site's base path before an address of the site: `withBase('/objets/pod/', '/notes/')` → `/notes/objets/pod/`.
 * Addresses of other sites and bare fragments come back as they are.
 */
export function withBase(address: string, base: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  return base.replace(/\/$/, '') + address;
}

/** The address of a command page: `commandAddress('kubectl-get')` → `/commandes/kubectl-get/`. */
export function commandAddress(id: string): string {
  return `/commandes/${id}/`;
}

/** The address of an example: `exampleAddress('kubectl-get', 'pods')` → `/commandes/kubectl-get/#pods`. */
export function exampleAddress(command: string, example: string): string {
  return `${commandAddress(command)}#${example}`;
}
