import { isFields, type Path, type Say } from './problem.ts';
import { nearest } from './nearest.ts';
import { isQuantity } from './formats.ts';
import { typeFields, type Field, type Shape } from './schema.ts';

/** How the message of a required field that is not there begins. */
export const MISSING = 'champ obligatoire manquant';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'un texte',
  integer: 'un nombre entier',
  number: 'un nombre',
  boolean: 'true ou false',
  quantity: 'une quantité',
  intOrString: 'un nombre entier ou un texte',
};

/**
 * Finds what the API server would refuse to decode: unknown fields, wrong types, values out of an enumeration,
 * required fields that are missing.
 * @param shape see {@link Shape}
 */
export function checkShape(value: unknown, shape: Shape, path: Path, say: Say): void {
  // The decoder takes null for « not set ».
  if (value === null || value === undefined || shape === 'any') return;
  const rest = shape.slice(1);
  if (shape.startsWith('[')) {
    if (!Array.isArray(value)) {
      say(path, `on attend une liste, pas ${describe(value)}.`, 'commencez chaque élément par « - »');
    } else for (const [index, item] of value.entries()) checkShape(item, rest, [...path, index], say);
  } else if (shape.startsWith('{')) {
    if (!isFields(value)) say(path, `on attend des clés et des valeurs, pas ${describe(value)}.`);
    else for (const [key, item] of Object.entries(value)) checkShape(item, rest, [...path, key], say);
  } else if (shape.startsWith('#')) {
    const fields = typeFields(rest);
    if (!isFields(value)) say(path, `on attend des champs, pas ${describe(value)}.`, describeFields(fields));
    else if (fields) checkFields(value, fields, path, say);
  } else if (shape.startsWith('=')) checkChoice(value, rest.split('|'), path, say);
  else checkScalar(value, shape, path, say);
}

function checkFields(value: object, fields: ReadonlyMap<string, Field>, path: Path, say: Say): void {
  for (const [name, item] of Object.entries(value)) {
    const field = fields.get(name);
    if (field) checkShape(item, field.shape, [...path, name], say);
    else
      say(
        [...path, name],
        `champ inconnu : « ${name} ».`,
        nearest(name, fields.keys()) ?? synonym(name, fields) ?? findBelow(name, fields) ?? describeFields(fields),
      );
  }
  for (const [name, { isRequired }] of fields) {
    // The kind and its version are checked before, and a template may leave them out; a status is not written by hand.
    if (!isRequired || name === 'apiVersion' || name === 'kind' || path.includes('status')) continue;
    const found = (value as Record<string, unknown>)[name];
    if (found === undefined || found === null) say([...path, name], `${MISSING} : « ${name} ».`);
  }
}

/** The fields most often confused with another that is far from them in letters. */
const SYNONYMS: Readonly<Record<string, string>> = {
  serviceName: 'service',
  servicePort: 'service',
  environment: 'env',
  label: 'labels',
};
const synonym = (name: string, fields: ReadonlyMap<string, Field>): string | undefined => {
  const meant = SYNONYMS[name];
  return meant && fields.has(meant) ? meant : undefined;
};

/** Where a field stands that was written one or two levels too high: `containers[].image`. */
function findBelow(name: string, fields: ReadonlyMap<string, Field>, depth = 2): string | undefined {
  for (const [own, { shape }] of fields) {
    const below = /^\[?#/.test(shape) && own !== 'status' ? typeFields(shape.replace(/^\[?#/, '')) : undefined;
    const step = `${own}${shape.startsWith('[') ? '[]' : ''}`;
    if (below?.has(name)) return `${step}.${name}`;
    const deeper = below && depth > 1 ? findBelow(name, below, depth - 1) : undefined;
    if (deeper) return `${step}.${deeper}`;
  }
  return undefined;
}

function describeFields(fields: ReadonlyMap<string, Field> | undefined): string | undefined {
  return fields && fields.size <= 14 ? `les champs possibles : ${[...fields.keys()].join(', ')}` : undefined;
}

function checkChoice(value: unknown, choices: readonly string[], path: Path, say: Say): void {
  if (typeof value !== 'string') checkScalar(value, 'string', path, say);
  // An empty value is « not set » for the server.
  else if (value !== '' && !choices.includes(value)) {
    const known = choices.filter(Boolean);
    const list = known.length <= 14 ? ` ; les valeurs possibles : ${known.join(', ')}` : '';
    say(path, `valeur inconnue : « ${value} »${list}.`, nearest(value, choices));
  }
}

function checkScalar(value: unknown, shape: string, path: Path, say: Say): void {
  const type = typeof value;
  if (shape === 'quantity' && (type === 'string' || type === 'number')) {
    if (!isQuantity(value))
      say(path, `« ${String(value)} » n'est pas une quantité.`, 'un nombre et son unité : 500m, 128Mi, 1Gi');
    return;
  }
  const isRight =
    shape === 'intOrString'
      ? type === 'string' || Number.isInteger(value)
      : shape === 'integer'
        ? Number.isInteger(value)
        : type === shape;
  if (isRight) return;
  const isQuotable = shape === 'string' && (type === 'number' || type === 'boolean');
  const isQuoted = type === 'string' && (shape === 'boolean' || (shape === 'integer' && /^\d+$/.test(String(value))));
  say(
    path,
    `on attend ${EXPECTED[shape] ?? shape}, pas ${describe(value)}.`,
    isQuotable
      ? `mettez la valeur entre guillemets : "${String(value)}"`
      : isQuoted
        ? 'retirez les guillemets'
        : undefined,
  );
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'une liste';
  if (isFields(value)) return 'des champs';
  if (typeof value === 'string') return `le texte « ${value} »`;
  return `${typeof value === 'boolean' ? 'la valeur' : 'le nombre'} ${String(value)}`;
}
