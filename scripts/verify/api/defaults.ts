import { fieldsOf, listOf, type Fields } from './fields.ts';
import type { ApiObject } from './object.ts';
import { settledStatus } from './statuses.ts';

/** The label by which a Job knows its Pods. */
export const JOB_UID = 'batch.kubernetes.io/controller-uid';

/**
 * An object as the API server and the controllers leave it soon after it was sent: the fields that were not given have
 * their defaults, and the status is that of work done.
 * @param object as it was sent, with its name; it is not changed
 * @param before the status that it had, of which other parts are kept
 */
export function settle(object: ApiObject, before?: Fields): ApiObject {
  const spec = withDefaults(object, fieldsOf(object.spec));
  const status = settledStatus(object.kind, spec);
  return {
    ...object,
    ...(object.spec && { spec }),
    ...((status ?? before) && { status: { ...before, ...status } }),
  };
}

/** Source: the defaults of kubernetes/kubernetes, those that kubectl reads. */
function withDefaults({ kind, metadata }: ApiObject, spec: Fields): Record<string, unknown> {
  switch (kind) {
    case 'Deployment':
      return { replicas: 1, ...spec, strategy: { type: 'RollingUpdate', ...fieldsOf(spec.strategy) } };
    case 'ReplicaSet':
      return { replicas: 1, ...spec };
    case 'StatefulSet':
      return { replicas: 1, ...spec, updateStrategy: { type: 'RollingUpdate', ...fieldsOf(spec.updateStrategy) } };
    case 'DaemonSet':
      return { ...spec, updateStrategy: { type: 'RollingUpdate', ...fieldsOf(spec.updateStrategy) } };
    case 'Job':
      // Its Pods bear its own number: no other Job chooses them.
      return { completions: 1, parallelism: 1, selector: { matchLabels: { [JOB_UID]: metadata.uid } }, ...spec };
    case 'Service':
      return {
        type: 'ClusterIP',
        clusterIP: '10.96.0.10',
        ...spec,
        ports: listOf(spec.ports).map((port) => ({ protocol: 'TCP', targetPort: port.port, ...port })),
      };
    case 'Pod':
      return { nodeName: 'noeud-1', restartPolicy: 'Always', securityContext: {}, ...spec };
    default:
      return { ...spec };
  }
}
