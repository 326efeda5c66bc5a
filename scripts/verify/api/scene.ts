import { WORKLOADS } from './controllers.ts';
import { settle } from './defaults.ts';
import { fieldsOf, listOf } from './fields.ts';
import { uidOf, type ApiObject } from './object.ts';
import { resourceOf } from './resources.ts';

/** What the pretend cluster holds before a line is run, and what it makes up beside. */
export interface Scene {
  /** The kinds of which nothing exists but what is declared, what is created, and what the controllers make of it. */
  readonly closed: ReadonlySet<string> | 'all';
  /** The objects that are there from the start; one without a namespace is in whichever is asked for. */
  readonly declared: readonly ApiObject[];
  /** The closed kinds of which the labels are known, and not the names: the Pods that only a selector tells of. */
  readonly unnamed: ReadonlySet<string>;
  /** Those of the declared objects of which only a part is known. */
  readonly parts: ReadonlySet<ApiObject>;
}

/** Any name is that of an object: for a line on its own. */
export const OPEN_SCENE: Scene = { closed: new Set(), declared: [], unnamed: new Set(), parts: new Set() };

/** What a cluster holds before anyone creates anything. */
const BUILT_IN: Readonly<Record<string, RegExp>> = {
  Namespace: /^(?:default|kube-.*)$/,
  Service: /^(?:kubernetes|kube-dns|metrics-server)$/,
  ServiceAccount: /^default$/,
  ConfigMap: /^kube-root-ca\.crt$/,
  ClusterRole: /^(?:view|edit|admin|cluster-admin|system:.*)$/,
  PriorityClass: /^system-/,
};
/** What a cluster has, or notes, by itself: no tutorial creates it. */
const OF_THE_CLUSTER = ['Node', 'NodeMetrics', 'StorageClass', 'IngressClass', 'Event', 'Lease', 'APIService'];

/** Whether an object of that name is in every cluster: `isBuiltIn('Namespace', 'kube-system')`. */
export const isBuiltIn = (kind: string, name: string): boolean => BUILT_IN[kind]?.test(name) === true;

/** Whether only what is known exists, of a kind, in a namespace. */
export function isClosed({ closed }: Scene, kind: string, namespace: string | undefined): boolean {
  // The cluster's own components live there.
  if (namespace?.startsWith('kube-')) return false;
  return closed === 'all' ? !OF_THE_CLUSTER.includes(kind) : closed.has(kind);
}

/** The kinds that come with another: who declares a Deployment tells what its Pods are. */
function kindsFrom(kind: string): string[] {
  if (kind === 'Deployment') return [kind, 'ReplicaSet', 'Pod', 'PodMetrics'];
  if (kind === 'Service') return [kind, 'Endpoints', 'EndpointSlice'];
  if (kind === 'StatefulSet' || kind === 'DaemonSet') return [kind, 'ControllerRevision', 'Pod', 'PodMetrics'];
  return kind === 'Pod' || WORKLOADS.includes(kind) ? [kind, 'Pod', 'PodMetrics'] : [kind];
}

/**
 * The scene of a page: the objects of its manifests are there, and no others of their kinds.
 * @param objects as the manifests say them
 * @param extracts objects of which the page shows a part only
 */
export function sceneOf(objects: readonly ApiObject[], extracts: readonly ApiObject[] = []): Scene {
  const whole = objects.map(admit);
  const declared = [...whole, ...extracts];
  const closed = new Set(declared.flatMap(({ kind }) => kindsFrom(kind)));
  const scene = { closed, declared, unnamed: new Set<string>(), parts: new Set(extracts) };
  const pods = closed.has('Pod') ? [] : whole.map(chosenPod).filter((pod) => pod !== undefined);
  if (pods.length === 0) return scene;
  return { ...scene, closed: closed.add('Pod'), declared: [...declared, ...pods], unnamed: new Set(['Pod']) };
}

/** An object as a cluster keeps it. */
function admit(object: ApiObject): ApiObject {
  const { name } = object.metadata;
  const isNamespaced = resourceOf(object)?.isNamespaced !== false;
  const { namespace, ...rest } = object.metadata;
  const own = { labels: {}, annotations: {}, uid: uidOf(name), resourceVersion: '1', generation: 1, ...rest };
  return settle({ ...object, metadata: isNamespaced && namespace !== undefined ? { ...own, namespace } : own });
}

/** A Pod that a Service alone tells of: it bears the labels of the selector, and listens on the ports. */
function chosenPod({ kind, metadata, spec }: ApiObject): ApiObject | undefined {
  const labels = fieldsOf(fieldsOf(spec).selector) as Record<string, string>;
  if (kind !== 'Service' || Object.keys(labels).length === 0) return undefined;
  const ports = listOf(fieldsOf(spec).ports).map(({ targetPort, port }) =>
    typeof targetPort === 'string' ? { name: targetPort, containerPort: 80 } : { containerPort: targetPort ?? port },
  );
  const { name, namespace } = metadata;
  return admit({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels, ...(namespace !== undefined && { namespace }) },
    spec: { containers: [{ name, image: 'nginx:1.28', ports }] },
  });
}
