import { madeFrom, mayBeNamed } from './controllers.ts';
import type { Expectations } from './expectations.ts';
import { fieldsOf } from './fields.ts';
import type { ApiObject } from './object.ts';
import { Memory } from './memory.ts';
import { mergePatch } from './patch.ts';
import { plausible } from './plausible.ts';
import { anyOf, pretendList } from './pretend.ts';
import { resourceOf, type Resource } from './resources.ts';
import { isBuiltIn, isClosed, OPEN_SCENE, type Scene } from './scene.ts';
import { isSelected } from './selectors.ts';

/**
 * The objects of the pretend cluster. Of the kinds that its scene leaves open, any name is that of an object, unless it
 * was deleted; of the others, only what is declared, created, or made by the controllers is there.
 */
export class Store extends Memory {
  /** The workload read last: the revisions asked for next are its own. */
  #owner = 'boutique';
  expected: Expectations;
  scene: Scene = OPEN_SCENE;
  /** The words of the line that a reader fills in: each may name anything that is known. */
  filled: ReadonlySet<string> = new Set();
  /** Whether what is there may be created again: the commands of a page are so many ways to do the same. */
  mayRepeat = false;

  constructor(expected: Expectations) {
    super();
    this.expected = expected;
  }

  /** Forgets everything, for another line or another page. */
  reset(expected: Expectations, scene: Scene): void {
    this.clear();
    this.expected = expected;
    this.scene = scene;
    this.filled = new Set();
    this.mayRepeat = false;
  }

  /** The objects of a kind that are known, and those that were and are gone. */
  everKnown(kind: string, namespace: string | undefined): ApiObject[] {
    const now = this.save();
    this.recall();
    const all = this.known(kind, namespace);
    this.restore(now, 'nothing');
    return all;
  }

  /** Whether only what is known exists, of a kind, in a namespace. */
  isClosed(kind: string, namespace: string | undefined): boolean {
    return isClosed(this.scene, kind, namespace);
  }

  /** The object of that name, undefined when there is none. */
  get(resource: Resource, namespace: string | undefined, name: string): ApiObject | undefined {
    const { kind } = resource;
    if (['Deployment', 'DaemonSet', 'StatefulSet'].includes(kind)) this.#owner = name;
    const created = this.find(resource, namespace, name);
    if (created || this.isGone(resource, namespace, name)) return created;
    if (!this.isClosed(kind, namespace) || isBuiltIn(kind, name))
      return plausible(resource, name, namespace, this.expected);
    const found = this.known(kind, namespace).find(({ metadata }) => metadata.name === name);
    if (found) return found;
    if (this.filled.has(name) || this.scene.unnamed.has(kind))
      return anyOf(this.known(kind, undefined), name, namespace);
    const owner = this.#owners().find((one) => this.#isIn(one, namespace) && mayBeNamed(one, kind, name));
    const made = owner ? madeFrom(owner, this.#pastOf(owner)).filter((one) => one.kind === kind) : [];
    return anyOf(made, name, namespace);
  }

  /**
   * The objects of a type, those created first.
   * @param selector of labels, empty for all
   * @param name the one that a field selector asks for
   */
  list(resource: Resource, namespace: string | undefined, selector: string, name: string | undefined): ApiObject[] {
    if (this.isClosed(resource.kind, namespace)) {
      const found = name === undefined ? undefined : this.get(resource, namespace, name);
      if (name !== undefined) return found ? [found] : [];
      return this.known(resource.kind, namespace).filter(({ metadata }) =>
        isSelected(metadata.labels ?? {}, selector, this.filled),
      );
    }
    const kept = this.created(resource, namespace).filter(({ metadata }) =>
      name ? metadata.name === name : isSelected(metadata.labels ?? {}, selector, this.filled),
    );
    const made = name
      ? [plausible(resource, name, namespace, this.expected)]
      : pretendList(resource, namespace, selector, this.expected, this.#owner);
    const others = made.filter(
      ({ metadata }) =>
        !this.isGone(resource, metadata.namespace, metadata.name) &&
        !kept.some((one) => one.metadata.name === metadata.name),
    );
    return [...kept, ...others];
  }

  /**
   * The objects of a kind that were declared, created, or made from these, as they are seen from a namespace.
   * @param namespace undefined for all
   */
  known(kind: string, namespace: string | undefined): ApiObject[] {
    const owners = this.#owners();
    const made = owners
      .flatMap((owner) => madeFrom(owner, this.#pastOf(owner)))
      .filter((one) => one.kind === kind && !this.isTouched(one));
    return [...owners.filter((one) => one.kind === kind), ...made]
      .filter((one) => this.#isIn(one, namespace))
      .map((one) => seenFrom(one, namespace));
  }

  /** All that was created or declared, and is there. */
  #owners(): ApiObject[] {
    const declared = this.scene.declared.filter((one) => !this.isTouched(one)).map((one) => this.#complete(one));
    return [...this.created(), ...declared];
  }

  /** An object of which the page shows a part only: the rest is made up. */
  #complete(object: ApiObject): ApiObject {
    const resource = resourceOf(object);
    if (!resource || !this.scene.parts.has(object)) return object;
    const { name, namespace } = object.metadata;
    const rest = plausible(resource, name, namespace, this.expected);
    if (namespace === undefined) delete rest.metadata.namespace;
    return mergePatch(rest, object) as ApiObject;
  }

  #isIn({ metadata }: ApiObject, namespace: string | undefined): boolean {
    const own = metadata.namespace;
    if (!namespace || own === undefined || own === namespace || this.filled.has(namespace)) return true;
    // Who fills in a word is in the namespace of what they name.
    return this.filled.size > 0 && namespace === 'default';
  }

  #pastOf(owner: ApiObject): Parameters<typeof madeFrom>[1] {
    const { template } = fieldsOf(owner.spec);
    // What was there before has lived: it can go back.
    const older = { ...fieldsOf(template), spec: { ...fieldsOf(fieldsOf(template).spec), priority: 0 } };
    const templates = this.templatesOf(owner) ?? (template === undefined ? [] : [older, template]);
    const { namespace } = owner.metadata;
    return { templates, isGone: (name) => this.isPodGone(name, namespace) };
  }
}

function seenFrom(object: ApiObject, namespace: string | undefined): ApiObject {
  if (resourceOf(object)?.isNamespaced === false) return object;
  const own = namespace ?? object.metadata.namespace ?? 'default';
  return object.metadata.namespace === own ? object : { ...object, metadata: { ...object.metadata, namespace: own } };
}
