import { KINDS } from './schema.ts';
import { distance } from '../search/spelling.ts';
import { nearest } from './nearest.ts';
import type { Path, Say } from './problem.ts';

/**
 * The versions that Kubernetes no longer serves, with what replaces them and since when.
 * Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const REMOVED: Readonly<Record<string, { since: string; now: Readonly<Record<string, string>> }>> = {
  'extensions/v1beta1': {
    since: '1.16',
    now: { Ingress: 'networking.k8s.io/v1', NetworkPolicy: 'networking.k8s.io/v1', '': 'apps/v1' },
  },
  'apps/v1beta1': { since: '1.16', now: { '': 'apps/v1' } },
  'apps/v1beta2': { since: '1.16', now: { '': 'apps/v1' } },
  'batch/v1beta1': { since: '1.25', now: { '': 'batch/v1' } },
  'batch/v2alpha1': { since: '1.21', now: { '': 'batch/v1' } },
  'policy/v1beta1': { since: '1.25', now: { '': 'policy/v1' } },
  'autoscaling/v2beta1': { since: '1.25', now: { '': 'autoscaling/v2' } },
  'autoscaling/v2beta2': { since: '1.26', now: { '': 'autoscaling/v2' } },
  'rbac.authorization.k8s.io/v1beta1': { since: '1.22', now: { '': 'rbac.authorization.k8s.io/v1' } },
  'rbac.authorization.k8s.io/v1alpha1': { since: '1.22', now: { '': 'rbac.authorization.k8s.io/v1' } },
  'apiextensions.k8s.io/v1beta1': { since: '1.22', now: { '': 'apiextensions.k8s.io/v1' } },
  'apiregistration.k8s.io/v1beta1': { since: '1.22', now: { '': 'apiregistration.k8s.io/v1' } },
  'authentication.k8s.io/v1beta1': { since: '1.22', now: { '': 'authentication.k8s.io/v1' } },
  'authorization.k8s.io/v1beta1': { since: '1.22', now: { '': 'authorization.k8s.io/v1' } },
  'scheduling.k8s.io/v1beta1': { since: '1.22', now: { '': 'scheduling.k8s.io/v1' } },
  'node.k8s.io/v1beta1': { since: '1.25', now: { '': 'node.k8s.io/v1' } },
  'discovery.k8s.io/v1beta1': { since: '1.25', now: { '': 'discovery.k8s.io/v1' } },
  'events.k8s.io/v1beta1': { since: '1.25', now: { '': 'events.k8s.io/v1' } },
  'flowcontrol.apiserver.k8s.io/v1beta1': { since: '1.26', now: { '': 'flowcontrol.apiserver.k8s.io/v1' } },
  'flowcontrol.apiserver.k8s.io/v1beta2': { since: '1.29', now: { '': 'flowcontrol.apiserver.k8s.io/v1' } },
  'flowcontrol.apiserver.k8s.io/v1beta3': { since: '1.32', now: { '': 'flowcontrol.apiserver.k8s.io/v1' } },
};
/** Kinds whose old version is gone while their group still serves other kinds in that version. */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  'networking.k8s.io/v1beta1': ['Ingress', 'IngressClass'],
  'storage.k8s.io/v1beta1': ['StorageClass', 'VolumeAttachment', 'CSIDriver', 'CSINode', 'CSIStorageCapacity'],
  'admissionregistration.k8s.io/v1beta1': ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  'certificates.k8s.io/v1beta1': ['CertificateSigningRequest'],
  'coordination.k8s.io/v1beta1': ['Lease'],
};
/** Kinds that left Kubernetes without a successor of the same shape. */
const GONE: Readonly<Record<string, string>> = {
  PodSecurityPolicy: 'le label « pod-security.kubernetes.io/enforce » sur le Namespace',
};
/** Groups of Kubernetes that also have alpha and beta versions, which the schema does not hold. */
const HAS_EARLY_VERSIONS = [
  'admissionregistration.k8s.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'networking.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
];
/** Files that tools read under `v1`, and that no server holds. */
const LOCAL_KINDS = ['Config', 'List', 'Status'];

/** How many letters of a group may be wrong: `networking.k8s.oi`. More is someone else's. */
const SLIP = 3;
const OWN_GROUPS = new Set([...KINDS.keys()].map(groupOf));

/** The group of an `apiVersion`: `apps` for `apps/v1`, empty for `v1`. */
function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/**
 * Finds what is wrong in `apiVersion` and `kind`: removed versions, kinds in another group, misspelt words.
 * Groups that are not Kubernetes' own (CRD, Kustomize, kubelet…) are left alone.
 */
export function checkVersion(apiVersion: string, kind: string, path: Path, say: Say): void {
  if (KINDS.get(apiVersion)?.includes(kind) || (apiVersion === 'v1' && LOCAL_KINDS.includes(kind))) return;
  const at = [...path, 'apiVersion'];
  const gone = GONE[kind];
  const removed = REMOVED[apiVersion];
  if (gone && (removed ?? OWN_GROUPS.has(groupOf(apiVersion)))) {
    say([...path, 'kind'], `${kind} n'existe plus depuis Kubernetes 1.25.`, gone);
    return;
  }
  if (removed) {
    const now = removed.now[kind] ?? removed.now[''] ?? '';
    say(at, `« ${apiVersion} » n'est plus servi depuis Kubernetes ${removed.since}.`, now);
    return;
  }
  const group = groupOf(apiVersion);
  if (MOVED[apiVersion]?.includes(kind)) {
    say(at, `${kind} n'est plus servi en « ${apiVersion} ».`, `${group}/v1`);
    return;
  }
  if (!OWN_GROUPS.has(group)) checkForeignGroup(apiVersion, kind, at, say);
  else if (HAS_EARLY_VERSIONS.includes(group) && /\/v\d+(?:alpha|beta)\d+$/.test(apiVersion)) return;
  else checkOwnGroup(apiVersion, kind, path, say);
}

function checkOwnGroup(apiVersion: string, kind: string, path: Path, say: Say): void {
  const versions = [...KINDS.keys()].filter((version) => KINDS.get(version)?.includes(kind));
  const kinds = KINDS.get(apiVersion);
  if (versions.length > 0) {
    say([...path, 'apiVersion'], `${kind} n'est pas dans « ${apiVersion} ».`, versions.at(-1));
  } else if (kinds) {
    const all = [...KINDS.values()].flat();
    say(
      [...path, 'kind'],
      `« ${apiVersion} » n'a pas d'objet « ${kind} ».`,
      nearest(kind, kinds) ?? nearest(kind, all),
    );
  } else {
    const served = [...KINDS.keys()].filter((version) => groupOf(version) === groupOf(apiVersion));
    say(
      [...path, 'apiVersion'],
      `Kubernetes ne sert pas « ${apiVersion} ».`,
      nearest(apiVersion, served) ?? served.at(-1),
    );
  }
}

/** A group of someone else has a dot in its name; one that looks like Kubernetes' own and holds its kinds is misspelt. */
function checkForeignGroup(apiVersion: string, kind: string, at: Path, say: Say): void {
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  const own = [...KINDS.keys()].filter((one) => KINDS.get(one)?.includes(kind));
  const group = groupOf(apiVersion);
  const isClose = own.some((one) => groupOf(one) !== '' && distance(group, groupOf(one), SLIP) <= SLIP);
  if (!group.includes('.') || isClose) {
    say(at, `Kubernetes ne connaît pas le groupe « ${group} ».`, own.at(-1) ?? nearest(apiVersion, KINDS.keys()));
  } else if (!/^v\d+(?:(?:alpha|beta)\d+)?$/.test(version) && /^v?[\d.]+$/.test(version)) {
    say(at, `« ${version} » n'est pas une version de l'API.`, `${group}/v1`);
  }
}
