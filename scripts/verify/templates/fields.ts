import { nearest } from '../../../src/lib/manifests/nearest.ts';
import type { Schema } from '../api/schema.ts';

/** What a value may be, as far as the schema says: several where a list holds several kinds, `any` where nothing is known. */
export type Shapes = readonly Schema[];

/** A field that no object of that kind has: nothing would be shown, in silence. */
export class FieldError extends Error {}

const ANY: Schema = { type: 'any' };
const distinct = (shapes: Iterable<Schema>): Shapes => [...new Set(shapes)];

/**
 * The shapes of a field of a value.
 * @param path how the value was reached, for the message: `.spec`
 * @throws FieldError when no shape of the value has that field
 */
export function fieldOf(shapes: Shapes, name: string, path: string): Shapes {
  if (shapes.length === 0) return [];
  const found = distinct(shapes.flatMap((shape) => ownField(shape, name)));
  if (found.length > 0) return found;
  throw new FieldError(describeMissing(shapes, name, path));
}

function ownField(shape: Schema, name: string): Shapes {
  if (shape.type === 'any') return [ANY];
  if (shape.type === 'map') return [shape.values];
  const field = shape.type === 'object' ? shape.read().fields.get(name) : undefined;
  return field ? [field.schema] : [];
}

function describeMissing(shapes: Shapes, name: string, path: string): string {
  const where = path || 'the object';
  const list = shapes.find((shape) => shape.type === 'list');
  if (list?.type === 'list' && [list.items].some((item) => ownField(item, name).length > 0))
    return `« ${path} » is a list: write ${path}[*].${name}, or ${path}[0].${name}`;
  const known = shapes.flatMap((shape) => (shape.type === 'object' ? [...shape.read().fields.keys()] : []));
  if (known.length === 0)
    return `« ${where} » has no field « ${name} »: it is no object (a dot inside a key is written « \\. »)`;
  const meant = nearest(name, known);
  const kinds = shapes.flatMap((shape) => (shape.type === 'object' ? [shape.name] : [])).join(' or ');
  if (meant) return `${kinds} has no field « ${path}.${name} » (did you mean ${path}.${meant}?)`;
  if (known.includes('items') || kinds === 'ListMeta')
    return `a list has no field « ${path}.${name} »: its objects are in .items[*]${path}.${name}`;
  return `${kinds} has no field « ${path}.${name} » (it has ${known.join(', ')})`;
}

/**
 * The shapes of the elements of a list.
 * @throws FieldError when the value is never a list: kubectl refuses it
 */
export function elementsOf(shapes: Shapes, path: string): Shapes {
  if (shapes.length === 0) return [];
  const found = shapes.flatMap((shape) => (shape.type === 'list' ? [shape.items] : shape.type === 'any' ? [ANY] : []));
  if (found.length > 0) return distinct(found);
  throw new FieldError(`« ${path || 'the object'} » is not a list: it can't be followed by « […] »`);
}

/** The shapes of all that an object, a map or a list holds. */
export const childrenOf = (shapes: Shapes): Shapes =>
  distinct(
    shapes.flatMap((shape): readonly Schema[] => {
      switch (shape.type) {
        case 'object':
          return [...shape.read().fields.values()].map(({ schema }) => schema);
        case 'map':
          return [shape.values];
        case 'list':
          return [shape.items];
        default:
          return shape.type === 'any' ? [ANY] : [];
      }
    }),
  );

/** A value and all that it holds, at any depth. */
function descendantsOf(shapes: Shapes): Shapes {
  const found = new Set(shapes);
  // A set goes on with what is added while it is read.
  for (const shape of found) for (const child of childrenOf([shape])) found.add(child);
  return [...found];
}

/**
 * The shapes of a field at any depth: `..image`.
 * @throws FieldError when no object below has it, and it looks like one that they have; a key of a map may have any name
 */
export function fieldBelow(shapes: Shapes, name: string): Shapes {
  const all = descendantsOf(shapes);
  if (shapes.length > 0 && shapes.every((shape) => shape.type === 'map' && shape.values.type === 'string'))
    throw new FieldError(`there is nothing below a key: a dot at its beginning is written « \\. », as in .\\.${name}`);
  if (shapes.some(({ type }) => type === 'any')) return [ANY];
  const known = all.filter((shape) => shape.type === 'object');
  const found = known.flatMap((shape) => ownField(shape, name));
  if (found.length > 0) return distinct(found);
  const fields = new Set(known.flatMap((shape) => [...shape.read().fields.keys()]));
  const meant = name.length > 3 ? nearest(name, fields) : undefined;
  if (meant) throw new FieldError(`no object has a field « ${name} » (did you mean ..${meant}?)`);
  return [ANY];
}
