import { checkShape, isRecord } from './check-shape.ts';
import type { Schema } from './schema.ts';

/** One step of a JSON patch (RFC 6902). */
interface Step {
  readonly op?: unknown;
  readonly path?: unknown;
  readonly value?: unknown;
  readonly from?: unknown;
}

const OPS = ['add', 'remove', 'replace', 'move', 'copy', 'test'];

/**
 * Finds what an API server would refuse in a JSON patch. Paths are followed along the schema, not along the pretend
 * object, which lacks most of what a real one has.
 * @returns the first problem, undefined when there is none
 */
export function checkJsonPatch(patch: unknown, schema: Schema | undefined): string | undefined {
  if (!Array.isArray(patch))
    return 'a JSON patch is a list of operations: [{"op": "replace", "path": "/spec/…", "value": …}]';
  for (const step of patch as Step[]) {
    const { op, path } = step;
    if (typeof op !== 'string' || !OPS.includes(op)) return `Unexpected kind: ${String(op)} (one of ${OPS.join(', ')})`;
    if (typeof path !== 'string' || !path.startsWith('/'))
      return `${op} operation: path "${String(path)}" must start with "/"`;
    if (['add', 'replace', 'test'].includes(op) && step.value === undefined)
      return `${op} operation on ${path} has no value`;
    const found = schema && followPath(path, schema);
    if (found?.lost) return `${op} operation does not apply: doc is missing path: ${path}: no field "${found.lost}"`;
    const [bad] = found?.schema && op !== 'remove' ? checkShape(step.value, found.schema, 'part') : [];
    if (bad) return `${op} operation on ${path}: ${bad}`;
  }
  return undefined;
}

/** The schema of what a path leads to, or the first of its steps that leads nowhere. */
function followPath(path: string, schema: Schema): { readonly lost?: string; readonly schema?: Schema } {
  let at: Schema | undefined = schema;
  for (const step of path
    .slice(1)
    .split('/')
    .map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (at.type === 'object') {
      at = at.read().fields.get(step)?.schema;
      if (!at) return { lost: step };
    } else if (at.type === 'list') {
      if (!/^(\d+|-)$/.test(step)) return { lost: step };
      at = at.items;
    } else if (at.type === 'map') at = at.values;
    else return at.type === 'any' ? {} : { lost: step };
  }
  return { schema: at };
}

/** Applies a merge patch to an object: lists of named items are merged by name, as a strategic patch does. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (Array.isArray(patch)) return mergeLists(target, patch);
  if (!isRecord(patch)) return patch;
  const merged: Record<string, unknown> = isRecord(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, key);
    else if (!key.startsWith('$')) merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

function mergeLists(target: unknown, patch: readonly unknown[]): unknown[] {
  const isNamed = patch.every((item) => isRecord(item) && typeof item.name === 'string');
  if (!isNamed || !Array.isArray(target)) return patch.filter((item) => !(isRecord(item) && item.$patch));
  const merged: unknown[] = [...(target as unknown[])];
  for (const item of patch as Record<string, unknown>[]) {
    const index = merged.findIndex((one) => isRecord(one) && one.name === item.name);
    if (item.$patch === 'delete') {
      if (index >= 0) merged.splice(index, 1);
    } else if (index >= 0) merged[index] = mergePatch(merged[index], item);
    else merged.push(item);
  }
  return merged;
}
