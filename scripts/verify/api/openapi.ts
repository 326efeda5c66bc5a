import { groupVersionOf, RESOURCES } from './resources.ts';
import { schemaOf, type Schema } from './schema.ts';

type Json = Record<string, unknown>;
const documents = new Map<string, Buffer>();
/** kubectl reads in these whether the server checks unknown fields itself, and whether it knows dry runs. */
const PARAMETERS = ['fieldValidation', 'dryRun'].map((name) => ({ name, in: 'query', schema: { type: 'string' } }));

/** The index that kubectl reads first: `/openapi/v3`. */
export function openApiIndex(): Json {
  const keys = new Set(RESOURCES.map((one) => (one.group ? `apis/${groupVersionOf(one)}` : `api/${one.version}`)));
  return {
    paths: Object.fromEntries([...keys].map((key) => [key, { serverRelativeURL: `/openapi/v3/${key}?hash=1` }])),
  };
}

/**
 * The OpenAPI v3 document of a group and version, which kubectl reads for `explain` and before it sends a patch.
 * @param groupVersion `apps/v1`
 */
export function openApiDocument(groupVersion: string): Buffer {
  let document = documents.get(groupVersion);
  if (!document) documents.set(groupVersion, (document = Buffer.from(JSON.stringify(build(groupVersion)))));
  return document;
}

function build(groupVersion: string): Json {
  const paths: Json = {};
  const schemas: Json = {};
  for (const resource of RESOURCES.filter((one) => groupVersionOf(one) === groupVersion)) {
    const { group, version, kind, plural, isNamespaced } = resource;
    const gvk = { group, version, kind };
    const of = (action: string): Json => ({
      'x-kubernetes-action': action,
      'x-kubernetes-group-version-kind': gvk,
      parameters: PARAMETERS,
      responses: {},
    });
    const base = `${group ? '/apis' : '/api'}/${groupVersion}${isNamespaced ? '/namespaces/{namespace}' : ''}/${plural}`;
    paths[base] = { get: of('list'), post: of('post') };
    paths[`${base}/{name}`] = { get: of('get'), patch: of('patch') };
    const schema = schemaOf(resource);
    if (schema?.type !== 'object') continue;
    describe(schema, schemas);
    const own = schemas[schema.name] as Json;
    own['x-kubernetes-group-version-kind'] = [gvk];
    own.required = (own.required as string[]).filter((name) => name !== 'apiVersion' && name !== 'kind');
  }
  return { openapi: '3.0.0', info: { title: 'Kubernetes', version: 'v1.36' }, paths, components: { schemas } };
}

function describe(schema: Schema, all: Json): Json {
  switch (schema.type) {
    case 'string':
      return schema.values ? { type: 'string', enum: schema.values } : { type: 'string' };
    case 'number':
      return { type: 'integer' };
    case 'number-or-string':
      return { type: 'string', format: 'int-or-string' };
    case 'list':
      return { type: 'array', items: describe(schema.items, all) };
    case 'map':
      return { type: 'object', additionalProperties: describe(schema.values, all) };
    case 'object':
      return describeObject(schema, all);
    default:
      return schema.type === 'boolean' ? { type: 'boolean' } : { type: 'object' };
  }
}

function describeObject(schema: Extract<Schema, { type: 'object' }>, all: Json): Json {
  if (!(schema.name in all)) {
    const own: Json = { type: 'object' };
    all[schema.name] = own;
    const { description, fields, required } = schema.read();
    const properties: Json = {};
    for (const [name, field] of fields) {
      const shape = describe(field.schema, all);
      properties[name] =
        '$ref' in shape
          ? { allOf: [shape], description: field.description }
          : { ...shape, description: field.description };
    }
    Object.assign(own, { description, properties, required });
  }
  return { $ref: `#/components/schemas/${schema.name}` };
}
