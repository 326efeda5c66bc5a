import { groupVersionOf, RESOURCES, type Resource } from './resources.ts';

type Json = Record<string, unknown>;
const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
const REVIEWS = /^(?:authorization|authentication)\.k8s\.io$/;

const verbsOf = ({ group }: Resource): string[] =>
  REVIEWS.test(group) ? ['create'] : group === 'metrics.k8s.io' ? ['get', 'list'] : VERBS;
const groups = [...new Set(RESOURCES.map(({ group }) => group))];
const versionsOf = (group: string): string[] => [
  ...new Set(RESOURCES.filter((one) => one.group === group).map(({ version }) => version)),
];

/**
 * Every type at once, as kubectl asks for it since 1.26.
 * @param isCore whether of `/api` or of `/apis`
 */
export function aggregatedDiscovery(isCore: boolean, apiVersion: string): Json {
  const items = groups
    .filter((group) => (group === '') === isCore)
    .map((name) => ({
      metadata: { name },
      versions: versionsOf(name).map((version) => ({
        version,
        freshness: 'Current',
        resources: RESOURCES.filter((one) => one.group === name && one.version === version).map(describe),
      })),
    }));
  return { kind: 'APIGroupDiscoveryList', apiVersion, metadata: {}, items };
}

function describe(resource: Resource): Json {
  const { group, version, kind, plural, isNamespaced, shortNames, categories, subresources } = resource;
  return {
    resource: plural,
    singularResource: kind.toLowerCase(),
    scope: isNamespaced ? 'Namespaced' : 'Cluster',
    responseKind: { group, version, kind },
    verbs: verbsOf(resource),
    ...(shortNames.length > 0 && { shortNames }),
    ...(categories.length > 0 && { categories }),
    subresources: subresources.map((subresource) => ({
      subresource,
      verbs: ['get', 'patch', 'update', 'create'],
      responseKind: kindOfSubresource(resource, subresource),
    })),
  };
}

function kindOfSubresource({ group, version, kind }: Resource, subresource: string): Json {
  if (subresource === 'scale') return { group: 'autoscaling', version: 'v1', kind: 'Scale' };
  if (subresource === 'eviction') return { group: 'policy', version: 'v1', kind: 'Eviction' };
  return { group, version, kind };
}

/** `/apis` as older clients and `kubectl get --raw` read it. */
export function groupList(): Json {
  const named = groups.filter(Boolean).map((name) => {
    const versions = versionsOf(name).map((version) => ({ groupVersion: `${name}/${version}`, version }));
    return { name, versions, preferredVersion: versions[0] };
  });
  return { kind: 'APIGroupList', apiVersion: 'v1', groups: named };
}

/** The types of one group and version, undefined when it is not served: `resourceList('apps/v1')`. */
export function resourceList(groupVersion: string): Json | undefined {
  const own = RESOURCES.filter((one) => groupVersionOf(one) === groupVersion);
  if (own.length === 0) return undefined;
  const resources = own.flatMap((one) => [
    {
      name: one.plural,
      singularName: one.kind.toLowerCase(),
      namespaced: one.isNamespaced,
      kind: one.kind,
      verbs: verbsOf(one),
      shortNames: one.shortNames,
    },
    // `drain` looks here whether Pods can be evicted, and deletes them where they can't.
    ...one.subresources.map((subresource) => ({
      name: `${one.plural}/${subresource}`,
      singularName: '',
      namespaced: one.isNamespaced,
      verbs: ['get', 'patch', 'update', 'create'],
      ...kindOfSubresource(one, subresource),
    })),
  ]);
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources };
}
