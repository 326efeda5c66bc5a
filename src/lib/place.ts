/** Where the site is served. */
export interface Place {
  /** `https://notes.example` */
  readonly site: string;
  /** `/` or `/notes-k8s/`. */
  readonly base: string;
}

/**
 * Reads SITE and BASE of the environment: `BASE=notes-k8s` is `/notes-k8s/`.
 * @throws Error naming the variable and its form when it is none
 */
export function readPlace({ SITE, BASE }: Readonly<Record<string, string | undefined>>): Place {
  const site = SITE ? SITE.replace(/\/$/, '') : 'https://carnet-kubernetes.example';
  if (!/^https?:\/\/[^\s/?#]+$/.test(site))
    throw new Error(
      `SITE : « ${site} » n'est pas une origine.\n  → écrivez SITE=https://notes.exemple.fr, et le chemin à part : BASE=/notes-k8s/`,
    );
  const path = (BASE ?? '').split('/').filter(Boolean).join('/');
  if (!/^[\w.~/-]*$/.test(path))
    throw new Error(`BASE : « ${BASE ?? ''} » n'est pas un chemin.\n  → écrivez-le comme BASE=/notes-k8s/`);
  return { site, base: path ? `/${path}/` : '/' };
}
