import { refusal, type Answer } from './answer.ts';
import { checkShape, isRecord, type Extent } from './check-shape.ts';
import { checkValues } from './check-values.ts';
import { fieldsOf, listOf, type Fields } from './fields.ts';
import type { ApiObject } from './object.ts';
import type { ApiRequest } from './request.ts';
import { findResource } from './resources.ts';
import { schemaOf } from './schema.ts';
import type { Store } from './store.ts';

/** What an API server refuses in what was sent, undefined when it takes it. */
export function check(request: ApiRequest, sent: unknown, extent: Extent): Answer | undefined {
  const { resource } = request;
  const { kind, version } = resource;
  const schema = schemaOf(resource);
  const shape = schema ? checkShape(sent, schema, extent) : [];
  const required = shape.filter((text) => /: (?:Required|Unsupported) value/.test(text));
  const decoding = shape.filter((text) => !required.includes(text));
  if (decoding.length > 0) {
    const words = decoding.some((text) => text.startsWith('unknown field')) ? 'strict decoding error: ' : '';
    return refusal(
      400,
      'BadRequest',
      `${kind} in version "${version}" cannot be handled as a ${kind}: ${words}${decoding.join(', ')}`,
    );
  }
  // The rest of a part is checked once it is put into its object.
  return invalid(request, sent, extent === 'whole' ? [...required, ...checkValues(kind, sent)] : required);
}

/** The refusal of an object for these problems; undefined when there is none. */
export function invalid(
  { resource, name = '' }: ApiRequest,
  sent: unknown,
  problems: readonly string[],
): Answer | undefined {
  if (problems.length === 0) return undefined;
  const type = resource.group ? `${resource.kind}.${resource.group}` : resource.kind;
  const own =
    isRecord(sent) && isRecord(sent.metadata) && typeof sent.metadata.name === 'string' ? sent.metadata.name : name;
  return refusal(422, 'Invalid', `${type} "${own}" is invalid: ${problems.join(', ')}`);
}

/** Nothing is created in a namespace that is not there, where that is known. */
export function checkNamespace({ namespace }: ApiRequest, store: Store): Answer | undefined {
  const resource = findResource('', 'v1', 'namespaces');
  if (namespace === undefined || !resource || !store.isClosed('Namespace', undefined)) return undefined;
  if (store.get(resource, undefined, namespace)) return undefined;
  return refusal(404, 'NotFound', `namespaces "${namespace}" not found`);
}

/**
 * Finds the container that a change is about, and that the object does not have: `kubectl patch` would add it, and
 * `kubectl debug --target` looks at it.
 */
export function findLostContainer({ command, subresource, body }: ApiRequest, before: ApiObject): string | undefined {
  const pod = (of: unknown): Fields =>
    before.kind === 'Pod' ? fieldsOf(of) : fieldsOf(fieldsOf(fieldsOf(of).template).spec);
  const nameOf = ({ name }: Fields): string => (typeof name === 'string' ? name : '');
  const names = listOf(pod(before.spec).containers).map(nameOf);
  const sent = pod(fieldsOf(body).spec);
  const changed = command === 'kubectl patch' ? listOf(sent.containers).filter(({ $patch }) => !$patch) : [];
  const targets = subresource === 'ephemeralcontainers' ? listOf(sent.ephemeralContainers) : [];
  const looked = targets.filter(({ targetContainerName }) => targetContainerName);
  const lost = [...changed.map(nameOf), ...looked.map((one) => nameOf({ name: one.targetContainerName }))].find(
    (name) => !names.includes(name),
  );
  return lost === undefined ? undefined : `no container is named « ${lost} »: there is ${names.join(', ')}`;
}
