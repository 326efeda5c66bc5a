import type { ApiObject } from './object.ts';
import { groupVersionOf, resourceOf, type Resource } from './resources.ts';

/** What was created, changed and deleted, to come back to. */
export interface Saved {
  readonly kept: ReadonlyMap<string, ApiObject>;
  readonly deleted: ReadonlySet<string>;
}

/** What was created, changed and deleted in the pretend cluster, and what the workloads were before. */
export class Memory {
  #kept = new Map<string, ApiObject>();
  #deleted = new Set<string>();
  /** The templates of each workload that was created here, from the first to the one that it has. */
  readonly #templates = new Map<string, unknown[]>();
  /** All that was ever created here, as it was last. */
  readonly #ever = new Map<string, ApiObject>();

  /** Forgets everything. */
  clear(): void {
    this.#kept.clear();
    this.#deleted.clear();
    this.#templates.clear();
    this.#ever.clear();
  }

  /** What was created and deleted so far. */
  save(): Saved {
    return { kept: new Map(this.#kept), deleted: new Set(this.#deleted) };
  }

  /** Brings back all that was ever created, and nothing is deleted: for the sentences about a tutorial. */
  recall(): void {
    this.restore({ kept: this.#ever, deleted: new Set() }, 'nothing');
  }

  /** Brings back what was there; what was created since stays when it `keeps` it. */
  restore({ kept, deleted }: Saved, keeps: 'created' | 'nothing'): void {
    this.#kept = new Map([...(keeps === 'created' ? this.#kept : []), ...kept]);
    this.#deleted = new Set(deleted);
  }

  /** Whether an object was created or changed since the beginning. */
  has(resource: Resource, namespace: string | undefined, name: string): boolean {
    return this.#kept.has(keyOf(resource, namespace, name));
  }

  /** Keeps an object as it now is. */
  put(resource: Resource, object: ApiObject): void {
    const key = keyOf(resource, object.metadata.namespace, object.metadata.name);
    this.#kept.set(key, object);
    this.#ever.set(key, object);
    this.#deleted.delete(key);
    const template = object.spec?.template;
    const past = this.#templates.get(key) ?? [];
    if (template !== undefined && JSON.stringify(template) !== JSON.stringify(past.at(-1)))
      this.#templates.set(key, [...past, template]);
  }

  /** Removes an object; it is not found any more. */
  remove(resource: Resource, namespace: string | undefined, name: string): void {
    const key = keyOf(resource, namespace, name);
    this.#kept.delete(key);
    this.#deleted.add(key);
  }

  /** Removes what lives in the namespaces that were deleted: it takes the cluster the time of a line. */
  sweep(): void {
    for (const [key, { metadata }] of this.#kept) {
      if (!this.#deleted.has(`v1/namespaces//${metadata.namespace}`)) continue;
      this.#kept.delete(key);
      this.#deleted.add(key);
    }
  }

  /** Whether that object was deleted. */
  isGone(resource: Resource, namespace: string | undefined, name: string): boolean {
    return this.#deleted.has(keyOf(resource, namespace, name));
  }

  /** The objects that were created or changed, and are there: of a type and a namespace, of all unless told. */
  created(resource?: Resource, namespace?: string): ApiObject[] {
    const prefix = resource ? `${groupVersionOf(resource)}/${resource.plural}/` : '';
    return [...this.#kept.entries()]
      .filter(([key, { metadata }]) => key.startsWith(prefix) && (!namespace || metadata.namespace === namespace))
      .map(([, object]) => object);
  }

  /** An object as it was last created or changed; undefined when it never was. */
  find(resource: Resource, namespace: string | undefined, name: string): ApiObject | undefined {
    return this.#kept.get(keyOf(resource, namespace, name));
  }

  /** Whether an object was changed or deleted here since it was declared or made. */
  isTouched(object: ApiObject): boolean {
    const key = keyOfObject(object);
    return this.#kept.has(key) || this.#deleted.has(key);
  }

  /** Whether a Pod of that name was deleted. */
  isPodGone(name: string, namespace = 'default'): boolean {
    return this.#deleted.has(`v1/pods/${namespace}/${name}`);
  }

  /** The templates that a workload had since it was created here; undefined when it was not. */
  templatesOf(workload: ApiObject): readonly unknown[] | undefined {
    return this.#templates.get(keyOfObject(workload));
  }
}

const keyOf = (resource: Resource, namespace: string | undefined, name: string): string =>
  `${groupVersionOf(resource)}/${resource.plural}/${resource.isNamespaced ? (namespace ?? 'default') : ''}/${name}`;

function keyOfObject(object: ApiObject): string {
  const resource = resourceOf(object);
  return resource ? keyOf(resource, object.metadata.namespace, object.metadata.name) : '';
}
