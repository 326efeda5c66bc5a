import { isRecord } from './check-shape.ts';

/** A JSON patch (RFC 6902) that is well formed. */
export type JsonPatch = readonly {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
  readonly from?: string;
}[];

/**
 * Applies a JSON patch to an object, which is left as it was.
 * @returns the object after it, or why it does not apply, in the API's words
 */
export function applyJsonPatch(object: object, patch: JsonPatch): object | string {
  const after = structuredClone(object);
  for (const { op, path, value, from = '' } of patch) {
    const source = op === 'move' || op === 'copy' ? placeOf(after, from) : undefined;
    const moved = source ? read(source.parent, source.key) : value;
    if (source && moved === undefined) return doesNotApply(op, from);
    if (source && op === 'move') remove(source);
    const place = placeOf(after, path);
    if (!place) return doesNotApply(op, path);
    const isThere = read(place.parent, place.key) !== undefined;
    if (op === 'test' && JSON.stringify(read(place.parent, place.key)) !== JSON.stringify(value))
      return `testing path ${path} failed`;
    if ((op === 'remove' || op === 'replace') && !isThere) return doesNotApply(op, path);
    if (op === 'remove') remove(place);
    else if (op === 'replace') write(place, value);
    else if (op !== 'test') insert(place, moved);
  }
  return after;
}

const doesNotApply = (op: string, path: string): string =>
  `${op} operation does not apply: doc is missing path: ${path}: missing value`;

/** Where a value stands, or would stand. */
interface Place {
  readonly parent: Record<string, unknown> | unknown[];
  readonly key: string;
}

/** The place that a JSON pointer (RFC 6901) leads to; undefined when what should hold it is not there. */
function placeOf(root: unknown, pointer: string): Place | undefined {
  const keys = pointer.split('/').slice(1);
  const key = keys.pop();
  if (key === undefined) return undefined;
  let parent = root;
  for (const step of keys) parent = read(parent, plain(step));
  return isRecord(parent) || Array.isArray(parent) ? { parent, key: plain(key) } : undefined;
}

const plain = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

function read(parent: unknown, key: string): unknown {
  if (Array.isArray(parent)) return parent[Number(key)] as unknown;
  return isRecord(parent) ? parent[key] : undefined;
}

function write({ parent, key }: Place, value: unknown): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else parent[key] = value;
}

function insert({ parent, key }: Place, value: unknown): void {
  if (Array.isArray(parent)) parent.splice(key === '-' ? parent.length : Number(key), 0, value);
  else parent[key] = value;
}

function remove({ parent, key }: Place): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}
