import schema from './schema.json' with { type: 'json' };

/** The fields of the newest Kubernetes, as scripts/manifests/make-schema.ts wrote them. */
interface SchemaFile {
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * The shape of a value, in a short notation: `string`, `integer`, `number`, `boolean`, `quantity`, `intOrString`, `any`,
 * `=A|B` for one of these texts, `[shape` for a list, `{shape` for a map, `#type` for an object.
 */
export type Shape = string;

/** A field of an object. */
export interface Field {
  readonly shape: Shape;
  readonly isRequired: boolean;
}

const file = schema as unknown as SchemaFile;
const read = new Map<string, ReadonlyMap<string, Field>>();

/** The kinds of each `apiVersion` that the schema describes. */
export const KINDS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(file.kinds));

/** The fields of a type named after `#`, such as `v1/Container`; undefined when there is no such type. */
export function typeFields(name: string): ReadonlyMap<string, Field> | undefined {
  const known = read.get(name);
  const written = file.types[name];
  if (known || !written) return known;
  const fields = new Map(
    Object.entries(written).map(([key, shape]) => [key.replace('!', ''), { shape, isRequired: key.endsWith('!') }]),
  );
  read.set(name, fields);
  return fields;
}

/** The shape of a kind: `#apps/v1/Deployment`; undefined when this version of the API does not have it. */
export const kindShape = (apiVersion: string, kind: string): Shape | undefined =>
  KINDS.get(apiVersion)?.includes(kind) ? `#${apiVersion}/${kind}` : undefined;
