import { createHash } from 'node:crypto';
import type { Expectations } from './expectations.ts';
import { CERTIFICATE_REQUEST } from '../fixtures/certificates.ts';
import { groupVersionOf, type Resource } from './resources.ts';

/** An object as the API sends it. */
export interface ApiObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; [field: string]: unknown };
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
  [field: string]: unknown;
}

const NOW = '2026-01-01T00:00:00Z';

/** The unique id of an object, the same each time it is asked for: owners are found by it. */
export const uidOf = (name: string): string =>
  `00000000-0000-4000-8000-${createHash('sha1').update(name).digest('hex').slice(0, 12)}`;

/**
 * An object that a cluster might well hold: enough of it for kubectl to go on. It is never shown as an output.
 * @param expected what the line takes for granted
 * @param labels those that a selector asked for
 */
export function plausible(
  resource: Resource,
  name: string,
  namespace: string | undefined,
  expected: Expectations,
  labels: Record<string, string> = {},
): ApiObject {
  const { kind, isNamespaced } = resource;
  const own = { ...labels, 'carnet.exemple/de': name.slice(0, 40).replace(/[^A-Za-z0-9]+$/, '') || 'x' };
  const metadata = {
    name,
    ...(isNamespaced && { namespace: namespace ?? 'default' }),
    uid: uidOf(name),
    resourceVersion: '1',
    generation: 1,
    creationTimestamp: NOW,
    labels: own,
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
        apiVersion: groupVersionOf(resource),
        kind,
        metadata: { name },
      }),
      ...(['Deployment', 'ReplicaSet'].includes(kind) && {
        'deployment.kubernetes.io/revision': String(Math.max(2, ...expected.revisions)),
      }),
    },
  };
  // A Pod has an owner: `drain` refuses to evict one that nothing would make again.
  if (kind === 'Pod')
    Object.assign(metadata, {
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'boutique', uid: uidOf('boutique'), controller: true },
      ],
    });
  const object: ApiObject = {
    apiVersion: groupVersionOf(resource),
    kind,
    metadata,
    ...bodyOf(kind, name, own, expected),
  };
  if (expected.conditions.length > 0)
    object.status = { ...object.status, conditions: expected.conditions.map(([type, status]) => ({ type, status })) };
  for (const [path, value] of expected.fields) setField(object, path.split('.'), value);
  return object;
}

type Body = Pick<ApiObject, 'spec' | 'status'> & Record<string, unknown>;

const podSpec = (names: readonly string[]): Record<string, unknown> => ({
  nodeName: 'noeud-1',
  restartPolicy: 'Always',
  securityContext: {},
  containers: names.map((name) => ({
    name,
    image: 'nginx:1.28',
    ports: [{ containerPort: 80 }],
    resources: {},
    env: [],
  })),
});

function bodyOf(kind: string, name: string, labels: Record<string, string>, expected: Expectations): Body {
  const containers = [...new Set([...expected.containers, 'nginx', ...(/^[a-z0-9-]{1,63}$/.test(name) ? [name] : [])])];
  const template = { metadata: { labels }, spec: podSpec(containers) };
  const selector = { matchLabels: labels };
  const replicas = expected.replicas ?? 1;
  const counts = {
    observedGeneration: 9,
    replicas,
    updatedReplicas: replicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
  };
  switch (kind) {
    case 'Pod':
      return { spec: podSpec(containers), status: podStatus(containers) };
    case 'Deployment':
      return {
        spec: {
          replicas,
          selector,
          template,
          strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
          ...(expected.isPaused && { paused: true }),
        },
        status: {
          ...counts,
          conditions: ['Available', 'Progressing'].map((type) => ({
            type,
            status: 'True',
            reason: 'NewReplicaSetAvailable',
          })),
        },
      };
    case 'ReplicaSet':
      return { spec: { replicas, selector, template }, status: counts };
    case 'StatefulSet':
      return {
        spec: { replicas, selector, template, serviceName: name, updateStrategy: { type: 'RollingUpdate' } },
        status: { ...counts, currentReplicas: replicas, currentRevision: 'a', updateRevision: 'a' },
      };
    case 'DaemonSet':
      return {
        spec: { selector, template, updateStrategy: { type: 'RollingUpdate' } },
        status: {
          observedGeneration: 9,
          desiredNumberScheduled: 1,
          currentNumberScheduled: 1,
          updatedNumberScheduled: 1,
          numberReady: 1,
          numberAvailable: 1,
          numberMisscheduled: 0,
        },
      };
    case 'ReplicationController':
      return { spec: { replicas, selector: labels, template }, status: { replicas, observedGeneration: 9 } };
    case 'Job':
      return {
        spec: { selector, template, completions: 1, parallelism: 1 },
        status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] },
      };
    case 'CronJob':
      return {
        spec: {
          schedule: '* * * * *',
          jobTemplate: { spec: { template: { ...template, spec: { ...template.spec, restartPolicy: 'Never' } } } },
        },
        status: {},
      };
    case 'Service': {
      const numbers = expected.ports.length > 0 ? expected.ports : [80];
      const ports = numbers.map((port, index) => ({
        name: `http-${index}`,
        port,
        targetPort: 80,
        nodePort: 30080 + index,
        protocol: 'TCP',
      }));
      return {
        spec: { type: 'NodePort', clusterIP: '10.96.0.10', selector: labels, ports },
        status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
      };
    }
    case 'Node':
      return {
        spec: { taints: expected.taints },
        status: {
          conditions: [{ type: 'Ready', status: 'True' }],
          capacity: NODE_SIZE,
          allocatable: NODE_SIZE,
          nodeInfo: { kubeletVersion: 'v1.36.0' },
        },
      };
    default:
      return smallBodyOf(kind, labels);
  }
}

const NODE_SIZE = { cpu: '2', memory: '4Gi', pods: '110' };

function smallBodyOf(kind: string, labels: Record<string, string>): Body {
  switch (kind) {
    case 'Namespace':
      return { spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } };
    case 'Secret':
      return { type: 'Opaque', data: { 'mot-de-passe': 'eA==' } };
    case 'ConfigMap':
      return { data: { NIVEAU: 'info' } };
    case 'ServiceAccount':
      return { secrets: [], imagePullSecrets: [] };
    case 'Role':
    case 'ClusterRole':
      return { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] };
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      return { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' }, subjects: [] };
    case 'PersistentVolumeClaim':
      return {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        status: { phase: 'Bound' },
      };
    case 'PersistentVolume':
      return {
        spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, persistentVolumeReclaimPolicy: 'Delete' },
        status: { phase: 'Bound' },
      };
    case 'HorizontalPodAutoscaler':
      return {
        spec: {
          minReplicas: 1,
          maxReplicas: 3,
          scaleTargetRef: { kind: 'Deployment', name: 'boutique', apiVersion: 'apps/v1' },
        },
        status: {},
      };
    case 'PodDisruptionBudget':
      return { spec: { minAvailable: 1, selector: { matchLabels: labels } }, status: { disruptionsAllowed: 1 } };
    case 'Event':
      return {
        type: 'Normal',
        reason: 'Started',
        message: 'Started container',
        involvedObject: { kind: 'Pod', name: 'boutique', uid: uidOf('boutique') },
        regarding: { kind: 'Pod', name: 'boutique', uid: uidOf('boutique') },
        count: 1,
        firstTimestamp: NOW,
        lastTimestamp: NOW,
      };
    case 'PodMetrics':
      return { timestamp: NOW, window: '30s', containers: [{ name: 'nginx', usage: { cpu: '1m', memory: '10Mi' } }] };
    case 'NodeMetrics':
      return { timestamp: NOW, window: '30s', usage: { cpu: '100m', memory: '500Mi' } };
    case 'CertificateSigningRequest':
      return {
        spec: {
          request: Buffer.from(CERTIFICATE_REQUEST).toString('base64'),
          signerName: 'kubernetes.io/kube-apiserver-client',
          usages: ['client auth'],
        },
        status: {},
      };
    case 'PriorityClass':
      return { value: 1000 };
    case 'StorageClass':
      return { provisioner: 'exemple.fr/disque' };
    default:
      return { spec: {} };
  }
}

function podStatus(containers: readonly string[]): Record<string, unknown> {
  return {
    phase: 'Running',
    podIP: '10.0.0.1',
    conditions: ['Ready', 'ContainersReady', 'Initialized', 'PodScheduled'].map((type) => ({ type, status: 'True' })),
    containerStatuses: runningStatuses(containers.map((name) => ({ name }))),
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

function setField(target: Record<string, unknown>, path: readonly string[], value: string): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    // A number or a flag that is there already keeps its type.
    if (typeof target[key] !== 'object') target[key] = /^\d+$/.test(value) ? Number(value) : value;
    return;
  }
  const inner = (target[key] ??= {});
  if (typeof inner === 'object' && !Array.isArray(inner)) setField(inner as Record<string, unknown>, rest, value);
}
