import { nearest } from '../../../src/lib/manifests/nearest.ts';
import type { ObjectSchema, Schema } from './schema.ts';

/** Whether a whole object was sent, or only the part to change. */
export type Extent = 'whole' | 'part';

/** Directives of a strategic merge patch, which no type declares. */
const DIRECTIVE = /^\$(patch|retainKeys|setElementOrder\/.*|deleteFromPrimitiveList\/.*)$/;
/** The fields by which a strategic merge patch finds the item of a list to change. */
const MERGE_KEYS: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  volumes: 'name',
  env: 'name',
  volumeMounts: 'mountPath',
  imagePullSecrets: 'name',
};

/**
 * Finds what the API server would refuse to decode: unknown fields, wrong types, values out of an enumeration,
 * required fields that are missing (of a whole object).
 * @returns one text for each, in the server's manner, with the path and the nearest known field
 */
export function checkShape(value: unknown, schema: Schema, extent: Extent): string[] {
  const problems: string[] = [];
  check(value, schema, '', extent, problems);
  return problems;
}

function check(value: unknown, schema: Schema, path: string, extent: Extent, problems: string[]): void {
  // The decoder takes null for « not set », and a patch for « to be removed ».
  if (value === null || value === undefined || schema.type === 'any') return;
  const wrong = (expected: string): void => {
    problems.push(`json: cannot unmarshal ${typeName(value)} into field ${path.slice(1)} of type ${expected}`);
  };
  switch (schema.type) {
    case 'object':
      if (isRecord(value)) checkFields(value, schema.read(), path, extent, problems);
      else wrong(schema.name);
      return;
    case 'map':
      if (!isRecord(value)) wrong('map');
      else
        for (const [key, item] of Object.entries(value)) check(item, schema.values, `${path}.${key}`, extent, problems);
      return;
    case 'list':
      if (Array.isArray(value)) checkItems(value, schema.items, path, extent, problems);
      else wrong('[]list');
      return;
    case 'number-or-string':
      if (typeof value !== 'string' && typeof value !== 'number') wrong('number or string');
      return;
    case 'string':
      if (typeof value !== 'string') wrong('string');
      // An empty value is « not set » for the server.
      else if (value && schema.values && !schema.values.includes(value))
        problems.push(unsupported(path, value, schema.values));
      return;
    default:
      if (typeof value !== schema.type) wrong(schema.type);
      else if (schema.type === 'number' && !Number.isInteger(value) && !path.includes('openAPIV3Schema'))
        wrong('integer');
  }
}

function unsupported(path: string, value: string, values: readonly string[]): string {
  const meant = nearest(value, values);
  const supported = values.map((one) => `"${one}"`).join(', ');
  return `${path.slice(1)}: Unsupported value: "${value}": supported values: ${supported}${meant ? ` (did you mean "${meant}"?)` : ''}`;
}

function checkItems(items: readonly unknown[], schema: Schema, path: string, extent: Extent, problems: string[]): void {
  const mergeKey = extent === 'part' ? MERGE_KEYS[path.slice(path.lastIndexOf('.') + 1)] : undefined;
  for (const [index, item] of items.entries()) {
    if (mergeKey && isRecord(item) && !(mergeKey in item) && !('$patch' in item)) {
      problems.push(`map: ${JSON.stringify(item)} does not contain declared merge key: ${mergeKey}`);
    }
    check(item, schema, `${path}[${index}]`, extent, problems);
  }
}

function checkFields(
  value: Record<string, unknown>,
  schema: ObjectSchema,
  path: string,
  extent: Extent,
  problems: string[],
): void {
  for (const [name, item] of Object.entries(value)) {
    const field = schema.fields.get(name);
    if (field) check(item, field.schema, `${path}.${name}`, extent, problems);
    else if (!DIRECTIVE.test(name)) problems.push(unknownField(`${path}.${name}`.slice(1), name, schema));
  }
  if (extent === 'part') return;
  for (const name of schema.required) {
    if (value[name] === undefined || value[name] === null) problems.push(`${path}.${name}: Required value`.slice(1));
  }
}

function unknownField(path: string, name: string, schema: ObjectSchema): string {
  const meant = nearest(name, schema.fields.keys());
  return `unknown field "${path}"${meant ? ` (did you mean "${meant}"?)` : ''}`;
}

/** Whether a value is an object with fields. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeName = (value: unknown): string =>
  Array.isArray(value) ? 'array' : isRecord(value) ? 'object' : typeof value === 'boolean' ? 'bool' : typeof value;
