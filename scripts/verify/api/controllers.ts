import { createHash } from 'node:crypto';
import { JOB_UID, settle } from './defaults.ts';
import { fieldsOf, listOf, type Fields } from './fields.ts';
import { uidOf, type ApiObject } from './object.ts';

/** The kinds that run Pods from a template, beside the Pod itself. */
export const WORKLOADS = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicationController'];
/** As many Pods as are worth listing. */
const MOST_PODS = 10;
const NODES = 2;

/** What is known of the life of an object. */
export interface Past {
  /** The templates that it had, the last being the one that it has. */
  readonly templates: readonly unknown[];
  /** Whether a Pod of that name was deleted: another takes its place. */
  readonly isGone: (pod: string) => boolean;
}

/**
 * What the controllers make of an object: the ReplicaSets and the Pods of a Deployment, the destinations of a Service…
 * Each bears the labels, the containers and the ports that its template gives it.
 */
export function madeFrom(owner: ApiObject, { templates, isGone }: Past): ApiObject[] {
  switch (owner.kind) {
    case 'Deployment': {
      const sets = templates.map((template, index) =>
        replicaSetOf(owner, template, index + 1, index === templates.length - 1),
      );
      return [...sets, ...podsOf(owner, isGone)].flatMap(withMetrics);
    }
    case 'StatefulSet':
    case 'DaemonSet':
      return [...templates.map((one, index) => revisionOf(owner, one, index + 1)), ...podsOf(owner, isGone)].flatMap(
        withMetrics,
      );
    case 'CronJob': {
      const job = jobOf(owner);
      return [job, ...podsOf(job, isGone)].flatMap(withMetrics);
    }
    case 'Pod':
      return withMetrics(owner).slice(1);
    case 'Service':
      return destinationsOf(owner);
    default:
      return WORKLOADS.includes(owner.kind) ? podsOf(owner, isGone).flatMap(withMetrics) : [];
  }
}

const withMetrics = (object: ApiObject): ApiObject[] =>
  object.kind === 'Pod'
    ? [
        object,
        {
          apiVersion: 'metrics.k8s.io/v1beta1',
          kind: 'PodMetrics',
          metadata: object.metadata,
          timestamp: '2026-01-01T00:00:00Z',
          window: '30s',
          containers: listOf(fieldsOf(object.spec).containers).map(({ name }) => ({
            name,
            usage: { cpu: '1m', memory: '10Mi' },
          })),
        },
      ]
    : [object];

/** A name that says the template: the same for the same Pods. */
const hashOf = (template: unknown): string =>
  createHash('sha1')
    .update(JSON.stringify(template ?? {}))
    .digest('hex')
    .slice(0, 10);

function replicaSetOf(deployment: ApiObject, template: unknown, revision: number, isCurrent: boolean): ApiObject {
  const spec = fieldsOf(deployment.spec);
  const hash = hashOf(template);
  const labels = { ...labelsOf(template), 'pod-template-hash': hash };
  const selector = { matchLabels: { ...fieldsOf(fieldsOf(spec.selector).matchLabels), 'pod-template-hash': hash } };
  const made = child(deployment, 'ReplicaSet', `${deployment.metadata.name}-${hash}`, labels);
  made.metadata.annotations = { 'deployment.kubernetes.io/revision': String(revision) };
  const own = {
    replicas: isCurrent ? spec.replicas : 0,
    selector,
    template: { ...fieldsOf(template), metadata: { labels } },
  };
  return settle({ ...made, apiVersion: 'apps/v1', spec: own });
}

function revisionOf(owner: ApiObject, template: unknown, revision: number): ApiObject {
  const { name } = owner.metadata;
  const made = child(owner, 'ControllerRevision', `${name}-${hashOf(template)}`, labelsOf(template));
  return { ...made, apiVersion: 'apps/v1', revision, data: { spec: { template } } };
}

/** The last Job of a CronJob, named after its time. */
function jobOf(cronJob: ApiObject): ApiObject {
  const { metadata, spec } = fieldsOf(fieldsOf(cronJob.spec).jobTemplate);
  const job = child(cronJob, 'Job', `${cronJob.metadata.name}-29384000`, labelsOf({ metadata }));
  return settle({ ...job, apiVersion: 'batch/v1', spec: { ...fieldsOf(spec) } });
}

function podsOf(owner: ApiObject, isGone: Past['isGone']): ApiObject[] {
  const spec = fieldsOf(owner.spec);
  const hash = hashOf(spec.template);
  const parent = owner.kind === 'Deployment' ? replicaSetOf(owner, spec.template, 1, true) : owner;
  const pods: ApiObject[] = [];
  const count = Math.min(countOf(owner.kind, spec), MOST_PODS);
  for (let rank = 0; pods.length < count; rank += 1) {
    const name = podName(owner, hash, rank);
    // A StatefulSet gives its place and its name to the next one.
    if (owner.kind !== 'StatefulSet' && isGone(name)) continue;
    const labels = { ...labelsOf(spec.template), ...ownLabels(owner, hash, rank) };
    const pod = child(parent, 'Pod', name, labels);
    pods.push(settle({ ...pod, spec: { ...fieldsOf(fieldsOf(spec.template).spec) } }));
  }
  return pods;
}

/** What the names of made objects end with, by the kind of their owner and their own. */
const SUFFIXES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  Deployment: { ReplicaSet: /^-[a-z0-9]{6,10}$/, Pod: /^-[a-z0-9]{6,10}-[a-z0-9]{5}$/ },
  ReplicaSet: { Pod: /^-[a-z0-9]{5}$/ },
  DaemonSet: { Pod: /^-[a-z0-9]{5}$/ },
  Job: { Pod: /^-[a-z0-9]{5}$/ },
  CronJob: { Job: /^-\d+$/, Pod: /^-\d+-[a-z0-9]{5}$/ },
};

/** Whether a controller may well give that name to what it makes of an object: `web-5d8f7c9b6-x2x7q` of a Deployment `web`. */
export const mayBeNamed = ({ kind, metadata }: ApiObject, made: string, name: string): boolean =>
  name.startsWith(metadata.name) && SUFFIXES[kind]?.[made]?.test(name.slice(metadata.name.length)) === true;

function countOf(kind: string, { replicas, parallelism }: Fields): number {
  if (kind === 'DaemonSet') return NODES;
  const asked = kind === 'Job' ? parallelism : replicas;
  return typeof asked === 'number' ? asked : 1;
}

function podName({ kind, metadata: { name } }: ApiObject, hash: string, rank: number): string {
  if (kind === 'StatefulSet') return `${name}-${rank}`;
  const suffix = hashOf(`${name} ${rank}`).slice(0, 5);
  return kind === 'Deployment' ? `${name}-${hash}-${suffix}` : `${name}-${suffix}`;
}

/** The labels that the controllers add to those of the template. */
function ownLabels({ kind, metadata: { name, uid } }: ApiObject, hash: string, rank: number): Record<string, string> {
  if (kind === 'Deployment') return { 'pod-template-hash': hash };
  if (kind === 'Job') return { 'job-name': name, 'batch.kubernetes.io/job-name': name, [JOB_UID]: String(uid) };
  if (kind === 'StatefulSet')
    return {
      'statefulset.kubernetes.io/pod-name': `${name}-${rank}`,
      'apps.kubernetes.io/pod-index': String(rank),
      'controller-revision-hash': hash,
    };
  return kind === 'DaemonSet' ? { 'controller-revision-hash': hash } : {};
}

const labelsOf = (template: unknown): Record<string, string> => ({
  ...(fieldsOf(fieldsOf(fieldsOf(template).metadata).labels) as Record<string, string>),
});

function destinationsOf(service: ApiObject): ApiObject[] {
  const { name } = service.metadata;
  const labels = { ...service.metadata.labels, 'kubernetes.io/service-name': name };
  const slice = child(service, 'EndpointSlice', `${name}-${hashOf(name).slice(0, 5)}`, labels);
  return [
    { ...child(service, 'Endpoints', name, { ...service.metadata.labels }), subsets: [] },
    { ...slice, apiVersion: 'discovery.k8s.io/v1', addressType: 'IPv4', endpoints: [], ports: [] },
  ];
}

function child(owner: ApiObject, kind: string, name: string, labels: Record<string, string>): ApiObject {
  const { namespace } = owner.metadata;
  return {
    apiVersion: 'v1',
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      uid: uidOf(name),
      resourceVersion: '1',
      generation: 1,
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels,
      annotations: {},
      ownerReferences: [
        {
          apiVersion: owner.apiVersion,
          kind: owner.kind,
          name: owner.metadata.name,
          uid: owner.metadata.uid,
          controller: true,
        },
      ],
    },
  };
}
