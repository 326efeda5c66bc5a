import { readImage } from '../formats.ts';
import type { Path, Say } from '../problem.ts';

/** Places whose images are frozen or gone, with where they went. */
const FROZEN: readonly { place: RegExp; why: string; now: string }[] = [
  {
    place: /^k8s\.gcr\.io\//,
    why: 'le registre k8s.gcr.io est gelé depuis avril 2023',
    now: 'registry.k8s.io',
  },
  {
    place: /^(?:gcr\.io|eu\.gcr\.io|us\.gcr\.io|asia\.gcr\.io)\/google[-_]containers\//,
    why: 'ce dépôt est gelé',
    now: 'registry.k8s.io',
  },
  { place: /^docker\.pkg\.github\.com\//, why: 'ce registre est fermé', now: 'ghcr.io' },
  { place: /^registry\.opensource\.zalan\.do\//, why: 'ce registre est fermé', now: 'ghcr.io/zalando' },
  {
    place: /^quay\.io\/kubernetes-ingress-controller\//,
    why: 'ce dépôt est gelé',
    now: 'registry.k8s.io/ingress-nginx',
  },
  {
    place: /^(?:gcr\.io\/kubernetes-helm|docker\.io\/jettech)\//,
    why: 'ce dépôt est gelé',
    now: 'une image tenue à jour',
  },
  {
    place: /^(?:docker\.io\/|registry-1\.docker\.io\/)?bitnami\//,
    why: 'les versions de bitnami ont quitté Docker Hub en 2025',
    now: "l'image officielle du logiciel",
  },
  { place: /^(?:docker\.io\/)?bitnamilegacy\//, why: 'ce dépôt est gelé', now: "l'image officielle du logiciel" },
];

/**
 * Checks a container image: its form, a tag other than `latest`, a registry that still answers.
 * An image given by its digest needs no tag.
 */
export function checkImage(text: string, path: Path, say: Say): void {
  if (text !== text.trim() || text === '') {
    say(path, text.trim() === '' ? "l'image est vide." : "une espace borde le nom de l'image.");
    return;
  }
  const image = readImage(text);
  if (!image) {
    say(
      path,
      `« ${text} » n'est pas un nom d'image.`,
      text.toLowerCase() === text ? 'registre/dépôt:étiquette' : text.toLowerCase(),
    );
    return;
  }
  const frozen = FROZEN.find(({ place }) => place.test(text));
  if (frozen) say(path, `« ${text} » : ${frozen.why}.`, frozen.now);
  if (image.hasDigest) return;
  if (image.tag === undefined)
    say(
      path,
      `l'image « ${text} » n'a pas d'étiquette : ce sera « latest », qui change sans prévenir.`,
      `${text}:1.2.3`,
    );
  else if (image.tag === 'latest') say(path, `l'étiquette « latest » change sans prévenir.`, 'une version précise');
}
