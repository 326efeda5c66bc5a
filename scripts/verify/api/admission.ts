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

/** A container that a patch means to change, and that is not there: the API would add it. */
export function findAdded({ kind, spec }: ApiObject, patch: unknown): string | undefined {
  const containersOf = (of: unknown): Fields[] =>
    listOf((kind === 'Pod' ? fieldsOf(of) : fieldsOf(fieldsOf(fieldsOf(of).template).spec)).containers);
  const names = containersOf(spec).map(({ name }) => String(name));
  const added = containersOf(fieldsOf(patch).spec).find(({ name, $patch }) => !$patch && !names.includes(String(name)));
  return (
    added &&
    `no container is named « ${String(added.name)} », and the patch would add one: they are ${names.join(', ')}`
  );
}
