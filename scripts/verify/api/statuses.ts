import { fieldsOf } from '../../../src/lib/manifests/problem.ts';

type Fields = Record<string, unknown>;

const NOW = '2026-01-01T00:00:00Z';
/** Ahead of any change that is asked for: the controllers have seen them all. */
const OBSERVED = 9;

/**
 * The status of an object once the controllers have done what its spec asks for: every replica is ready, every task has
 * succeeded. `rollout status` and `wait` have nothing to wait for.
 * @param kind `Deployment`; undefined is returned for one that has no status of its own
 */
export function settledStatus(kind: string, spec: Readonly<Fields> = {}): Fields | undefined {
  const replicas = typeof spec.replicas === 'number' ? spec.replicas : 1;
  const counts = {
    observedGeneration: OBSERVED,
    replicas,
    updatedReplicas: replicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
  };
  switch (kind) {
    case 'Pod':
      return podStatus(spec);
    case 'Deployment':
      return { ...counts, conditions: conditions(['Available', 'Progressing'], 'NewReplicaSetAvailable') };
    case 'ReplicaSet':
      return counts;
    case 'StatefulSet':
      return { ...counts, currentReplicas: replicas, currentRevision: 'a', updateRevision: 'a' };
    case 'ReplicationController':
      return { replicas, observedGeneration: OBSERVED };
    case 'DaemonSet':
      return {
        observedGeneration: OBSERVED,
        desiredNumberScheduled: 1,
        currentNumberScheduled: 1,
        updatedNumberScheduled: 1,
        numberReady: 1,
        numberAvailable: 1,
        numberMisscheduled: 0,
      };
    case 'Job':
      return { succeeded: 1, conditions: conditions(['Complete']) };
    case 'Service':
      return { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } };
    case 'Node':
      return {
        conditions: conditions(['Ready']),
        capacity: NODE_SIZE,
        allocatable: NODE_SIZE,
        nodeInfo: { kubeletVersion: 'v1.36.0' },
      };
    case 'Namespace':
      return { phase: 'Active' };
    case 'PersistentVolumeClaim':
    case 'PersistentVolume':
      return { phase: 'Bound' };
    case 'PodDisruptionBudget':
      return { disruptionsAllowed: 1 };
    case 'CronJob':
    case 'HorizontalPodAutoscaler':
    case 'CertificateSigningRequest':
      return {};
    default:
      return undefined;
  }
}

const NODE_SIZE = { cpu: '2', memory: '4Gi', pods: '110' };

const conditions = (types: readonly string[], reason?: string): Fields[] =>
  types.map((type) => ({ type, status: 'True', ...(reason && { reason }) }));

function podStatus({ containers }: Readonly<Fields>): Fields {
  return {
    phase: 'Running',
    podIP: '10.0.0.1',
    conditions: conditions(['Ready', 'ContainersReady', 'Initialized', 'PodScheduled']),
    containerStatuses: runningStatuses(Array.isArray(containers) ? containers.map(fieldsOf) : []),
  };
}
/** The statuses of containers that run. */
export const runningStatuses = (
  containers: readonly { readonly name?: unknown; readonly image?: unknown }[],
): Record<string, unknown>[] =>
  containers.map(({ name, image }) => ({
    name,
    image: image ?? 'x',
    imageID: 'x',
    ready: true,
    restartCount: 0,
    state: { running: { startedAt: NOW } },
  }));

/** Those of containers that have ended well. */
export const endedStatuses = (containers: readonly { readonly name?: unknown }[]): Record<string, unknown>[] =>
  containers.map(({ name }) => ({
    name,
    image: 'x',
    imageID: 'x',
    ready: false,
    restartCount: 0,
    state: { terminated: { exitCode: 0, reason: 'Completed' } },
  }));
