import { CERTIFICATE_REQUEST } from '../fixtures/certificates.ts';
import type { Expectations } from './expectations.ts';
import { uidOf } from './object.ts';
import { settledStatus } from './statuses.ts';

/** What an object holds beside its type and its metadata. */
export type Body = Readonly<Record<string, unknown>> & {
  readonly spec?: Record<string, unknown>;
  readonly status?: Record<string, unknown>;
};

const NOW = '2026-01-01T00:00:00Z';

/**
 * What a made-up object holds: a spec that kubectl can work with, and the status of one whose controllers are done.
 * @param labels those of the object, which a workload gives to its Pods and a Service looks for
 * @param expected what the line takes for granted: containers, replicas, ports
 */
export function bodyOf(
  kind: string,
  name: string,
  labels: Readonly<Record<string, string>>,
  expected: Expectations,
): Body {
  const body = workloadOf(kind, name, labels, expected) ?? otherBodyOf(kind, labels, expected);
  const status = settledStatus(kind, body.spec);
  return status ? { ...body, status } : body;
}

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

/** A template whose Pods are not run again, as a Job wants it. */
const toItsEnd = <T extends { readonly spec: object }>(template: T): T => ({
  ...template,
  spec: { ...template.spec, restartPolicy: 'Never' },
});

/** The body of what runs Pods, undefined for the other kinds. */
function workloadOf(
  kind: string,
  name: string,
  labels: Readonly<Record<string, string>>,
  expected: Expectations,
): Body | undefined {
  const containers = [...new Set([...expected.containers, 'nginx', ...(/^[a-z0-9-]{1,63}$/.test(name) ? [name] : [])])];
  const template = { metadata: { labels }, spec: podSpec(containers) };
  const selector = { matchLabels: labels };
  const replicas = expected.replicas ?? 1;
  switch (kind) {
    case 'Pod':
      return { spec: podSpec(containers) };
    case 'Deployment':
      return {
        spec: {
          replicas,
          selector,
          template,
          strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
          ...(expected.isPaused && { paused: true }),
        },
      };
    case 'ReplicaSet':
      return { spec: { replicas, selector, template } };
    case 'StatefulSet':
      return { spec: { replicas, selector, template, serviceName: name, updateStrategy: { type: 'RollingUpdate' } } };
    case 'DaemonSet':
      return { spec: { selector, template, updateStrategy: { type: 'RollingUpdate' } } };
    case 'ReplicationController':
      return { spec: { replicas, selector: labels, template } };
    case 'Job':
      return { spec: { selector, template: toItsEnd(template), completions: 1, parallelism: 1 } };
    case 'CronJob':
      return { spec: { schedule: '* * * * *', jobTemplate: { spec: { template: toItsEnd(template) } } } };
    default:
      return undefined;
  }
}

function otherBodyOf(kind: string, labels: Readonly<Record<string, string>>, expected: Expectations): Body {
  switch (kind) {
    case 'Service':
      return {
        spec: { type: 'NodePort', clusterIP: '10.96.0.10', selector: labels, ports: servicePorts(expected.ports) },
      };
    case 'Node':
      return { spec: { taints: expected.taints } };
    case 'Namespace':
      return { spec: { finalizers: ['kubernetes'] } };
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
      return { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };
    case 'PersistentVolume':
      return {
        spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, persistentVolumeReclaimPolicy: 'Delete' },
      };
    case 'HorizontalPodAutoscaler': {
      const scaleTargetRef = { kind: 'Deployment', name: 'boutique', apiVersion: 'apps/v1' };
      // Wide enough for any least number that a line may give it.
      return { spec: { minReplicas: 1, maxReplicas: 1000, scaleTargetRef } };
    }
    case 'PodDisruptionBudget':
      // Without either number: a line may give it one or the other, never both.
      return { spec: { selector: { matchLabels: labels } } };
    case 'CertificateSigningRequest':
      return {
        spec: {
          request: Buffer.from(CERTIFICATE_REQUEST).toString('base64'),
          signerName: 'kubernetes.io/kube-apiserver-client',
          usages: ['client auth'],
        },
      };
    case 'PriorityClass':
      return { value: 1000 };
    case 'StorageClass':
      return { provisioner: 'exemple.fr/disque' };
    default:
      return observationOf(kind) ?? { spec: {} };
  }
}

const servicePorts = (asked: readonly number[]): Record<string, unknown>[] =>
  (asked.length > 0 ? asked : [80]).map((port, index) => ({
    name: `http-${index}`,
    port,
    targetPort: 80,
    nodePort: 30080 + index,
    protocol: 'TCP',
  }));

/** The body of what the cluster observes by itself, undefined for what is asked of it. */
function observationOf(kind: string): Body | undefined {
  switch (kind) {
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
    default:
      return undefined;
  }
}
