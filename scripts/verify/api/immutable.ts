import { isRecord } from './check-shape.ts';
import type { ApiRequest } from './request.ts';

/** What may change in a `spec` of which the rest is fixed, or what is fixed in an object of which the rest may change. */
type Rule = { readonly only: readonly string[] } | { readonly fixed: readonly string[] };

/** Source: the validation of updates of kubernetes/kubernetes, for what a documented command may try to change. */
const RULES: Readonly<Record<string, Rule>> = {
  Pod: {
    only: [
      'containers[].image',
      'initContainers[].image',
      'activeDeadlineSeconds',
      'tolerations',
      'terminationGracePeriodSeconds',
    ],
  },
  StatefulSet: {
    only: [
      'replicas',
      'ordinals',
      'template',
      'updateStrategy',
      'revisionHistoryLimit',
      'persistentVolumeClaimRetentionPolicy',
      'minReadySeconds',
    ],
  },
  PersistentVolumeClaim: { only: ['resources', 'volumeAttributesClassName'] },
  Deployment: { fixed: ['spec.selector'] },
  DaemonSet: { fixed: ['spec.selector'] },
  ReplicaSet: { fixed: ['spec.selector'] },
  Job: { fixed: ['spec.selector', 'spec.template', 'spec.completions', 'spec.completionMode'] },
  Service: { fixed: ['spec.clusterIP', 'spec.clusterIPs'] },
  IngressClass: { fixed: ['spec.controller'] },
  RoleBinding: { fixed: ['roleRef'] },
  ClusterRoleBinding: { fixed: ['roleRef'] },
  Secret: { fixed: ['type'] },
  PriorityClass: { fixed: ['value', 'preemptionPolicy'] },
  StorageClass: { fixed: ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'] },
};

/**
 * Finds what a patch would change and that the API server never lets change. A patch says by itself what it is about; a
 * whole object would be compared with one that is made up.
 * @returns one text for each, in the server's manner: `roleRef: Forbidden: field is immutable`
 */
export function checkImmutable({ command, resource, subresource, body }: ApiRequest): string[] {
  const rule = RULES[resource.kind];
  if (!rule || subresource !== undefined || !/^kubectl (?:patch|set)\b/.test(command)) return [];
  const paths = Array.isArray(body) ? pathsOfSteps(body) : pathsOf(body, '');
  if ('fixed' in rule)
    return rule.fixed
      .filter((fixed) => paths.some((path) => isWithin(path, fixed)))
      .map((fixed) => `${fixed}: Forbidden: field is immutable`);
  const bad = paths.find((path) => isWithin(path, 'spec') && !rule.only.some((free) => isWithin(path, `spec.${free}`)));
  return bad === undefined
    ? []
    : [`${bad}: Forbidden: updates may not change fields of spec other than ${rule.only.join(', ')}`];
}

const isWithin = (path: string, whole: string): boolean =>
  path === whole || path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`);

/** What the steps of a JSON patch are about: `/spec/containers/0/image` is `spec.containers[].image`. */
const pathsOfSteps = (steps: readonly unknown[]): string[] =>
  steps.flatMap((step) =>
    isRecord(step) && typeof step.path === 'string' && step.op !== 'test'
      ? [
          step.path
            .slice(1)
            .replaceAll(/\/(?:\d+|-)(?=\/|$)/g, '[]')
            .replaceAll('/', '.'),
        ]
      : [],
  );

/** What a merge patch sets: `spec.containers[].image`. The name of an item only says which one is meant. */
function pathsOf(part: unknown, path: string): string[] {
  if (Array.isArray(part))
    return part.flatMap((item) =>
      isRecord(item)
        ? pathsOf(Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'name')), `${path}[]`)
        : [path],
    );
  if (!isRecord(part)) return [path];
  return Object.entries(part)
    .filter(([key]) => !key.startsWith('$'))
    .flatMap(([key, value]) => pathsOf(value, path ? `${path}.${key}` : key));
}
