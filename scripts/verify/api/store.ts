import type { Expectations } from './expectations.ts';
import { plausible, uidOf, type ApiObject } from './objects.ts';
import { groupVersionOf, type Resource } from './resources.ts';
import { isSelected, labelsOf } from './selectors.ts';

/** What a cluster holds before anyone creates anything. */
const BUILT_IN: Readonly<Record<string, RegExp>> = {
  Namespace: /^(?:default|kube-.*)$/,
  Service: /^(?:kubernetes|kube-dns|metrics-server)$/,
  ServiceAccount: /^default$/,
  ConfigMap: /^kube-root-ca\.crt$/,
  ClusterRole: /^(?:view|edit|admin|cluster-admin|system:.*)$/,
  Node: /./,
  StorageClass: /./,
  IngressClass: /./,
  PriorityClass: /^system-/,
};
/** Objects that a controller makes from another, and names after it. */
const MADE = [
  'Pod',
  'ReplicaSet',
  'Job',
  'Endpoints',
  'EndpointSlice',
  'Event',
  'PodMetrics',
  'NodeMetrics',
  'ControllerRevision',
  'Lease',
];

/**
 * The objects of the pretend cluster. Loose: any name is that of an object, unless it was deleted.
 * Strict, for a tutorial run from its first to its last line: only what was created is there.
 */
export class Store {
  readonly #kept = new Map<string, ApiObject>();
  readonly #deleted = new Set<string>();
  /** The workload read last: the revisions asked for next are its own. */
  #owner = 'boutique';
  expected: Expectations;
  isStrict = false;

  constructor(expected: Expectations) {
    this.expected = expected;
  }

  /** Forgets everything, for another line. */
  reset(expected: Expectations, isStrict: boolean): void {
    this.#kept.clear();
    this.#deleted.clear();
    this.expected = expected;
    this.isStrict = isStrict;
  }

  /** The object of that name, undefined when there is none. */
  get(resource: Resource, namespace: string | undefined, name: string): ApiObject | undefined {
    const key = keyOf(resource, namespace, name);
    if (['Deployment', 'DaemonSet', 'StatefulSet'].includes(resource.kind)) this.#owner = name;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    if (this.#deleted.has(key) || (this.isStrict && !this.#isThere(resource, name))) return undefined;
    return plausible(resource, name, namespace, this.expected);
  }

  /** Whether an object was created or changed since the beginning. */
  has(resource: Resource, namespace: string | undefined, name: string): boolean {
    return this.#kept.has(keyOf(resource, namespace, name));
  }

  /** Keeps an object as it now is. */
  put(resource: Resource, object: ApiObject): void {
    const key = keyOf(resource, object.metadata.namespace, object.metadata.name);
    this.#kept.set(key, object);
    this.#deleted.delete(key);
  }

  /** Removes an object; it is not found any more. */
  remove(resource: Resource, namespace: string | undefined, name: string): void {
    const key = keyOf(resource, namespace, name);
    this.#kept.delete(key);
    this.#deleted.add(key);
  }

  /** Whether that object was deleted. */
  isGone(resource: Resource, namespace: string | undefined, name: string): boolean {
    return this.#deleted.has(keyOf(resource, namespace, name));
  }

  /**
   * The objects of a type, those created first.
   * @param selector of labels, empty for all
   * @param name the one that a field selector asks for
   */
  list(resource: Resource, namespace: string | undefined, selector: string, name: string | undefined): ApiObject[] {
    const kept = [...this.#kept.entries()]
      .filter(
        ([key, { metadata }]) =>
          key.startsWith(`${groupVersionOf(resource)}/${resource.plural}/`) &&
          (!namespace || metadata.namespace === namespace),
      )
      .map(([, object]) => object)
      .filter((object) => (name ? object.metadata.name === name : isSelected(object.metadata.labels ?? {}, selector)));
    const pretend = this.#pretend(resource, namespace, selector, name).filter(
      ({ metadata }) =>
        !this.isGone(resource, metadata.namespace, metadata.name) &&
        !kept.some((one) => one.metadata.name === metadata.name),
    );
    return [...kept, ...pretend];
  }

  #pretend(resource: Resource, namespace: string | undefined, selector: string, name: string | undefined): ApiObject[] {
    if (this.isStrict && !BUILT_IN[resource.kind] && !this.#isMade(resource)) return [];
    if (name) return this.#isOffered(resource, name) ? [plausible(resource, name, namespace, this.expected)] : [];
    const labels = labelsOf(selector);
    if (resource.kind === 'ReplicaSet' || resource.kind === 'ControllerRevision')
      return this.#revisions(resource, namespace, labels);
    const names =
      resource.kind === 'Pod' ? ['boutique', 'boutique-2'] : [resource.kind === 'Namespace' ? 'default' : 'boutique'];
    return names.map((one) => plausible(resource, one, namespace, this.expected, labels));
  }

  #isOffered(resource: Resource, name: string): boolean {
    return !this.isStrict || this.#isThere(resource, name);
  }

  #isThere(resource: Resource, name: string): boolean {
    return (
      BUILT_IN[resource.kind]?.test(name) === true ||
      (this.#isMade(resource) && [...this.#kept.values()].some(({ metadata }) => name.startsWith(metadata.name)))
    );
  }

  #isMade(resource: Resource): boolean {
    return MADE.includes(resource.kind);
  }

  /** The revisions that a rollout can go back to: as many as the line names, two at least. */
  #revisions(resource: Resource, namespace: string | undefined, labels: Record<string, string>): ApiObject[] {
    const last = Math.max(2, ...this.expected.revisions);
    return Array.from({ length: last }, (_, index) => {
      const revision = index + 1;
      const object = plausible(resource, `boutique-${revision}`, namespace, this.expected, labels);
      object.metadata.ownerReferences = [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: this.#owner, uid: uidOf(this.#owner), controller: true },
      ];
      object.metadata.annotations = { 'deployment.kubernetes.io/revision': String(revision) };
      if (resource.kind === 'ControllerRevision')
        Object.assign(object, {
          revision,
          data: { spec: { template: { spec: { containers: [{ name: 'nginx', image: `nginx:1.${revision}` }] } } } },
        });
      else setImage(object, `nginx:1.${revision}`);
      return object;
    });
  }
}

function setImage(object: ApiObject, image: string): void {
  const { template } = object.spec as { template?: { spec: { containers: { image: string }[] } } };
  for (const container of template?.spec.containers ?? []) container.image = image;
}

const keyOf = (resource: Resource, namespace: string | undefined, name: string): string =>
  `${groupVersionOf(resource)}/${resource.plural}/${resource.isNamespaced ? (namespace ?? 'default') : ''}/${name}`;
