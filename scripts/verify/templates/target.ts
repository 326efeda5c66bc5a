import { RESOURCES, type Resource } from '../api/resources.ts';
import { schemaOf, type Schema } from '../api/schema.ts';
import type { ReadCall } from '../call.ts';
import type { Shapes } from './fields.ts';

/** The objects that a command shows: of which kinds, and whether as one object or as a list. */
export interface Target {
  readonly objects: Shapes;
  readonly isList: boolean;
}

const ANY: Schema = { type: 'any' };
const UNKNOWN: Target = { objects: [ANY], isList: false };
/** Commands whose first words name objects that they then show. */
const OF_OBJECTS = /^(?:get|wait|patch|label|annotate|edit|scale|delete|autoscale|expose|taint|set \w+|rollout \w+)$/;

/**
 * What the templates of a command are given.
 * @returns `any` where it can't be known: a file, a type of the cluster's own, another command
 */
export function targetOf({ path, words, flags }: ReadCall): Target {
  const isFile = flags.has('filename') || flags.has('kustomize') || flags.has('raw');
  if (path === 'config view') return { objects: [KUBECONFIG], isList: false };
  if (path === 'events') return { objects: shapesOf('events'), isList: true };
  // What is made, or listed without types, is another matter.
  if (!OF_OBJECTS.test(path) || isFile || words.length === 0 || /^(?:expose|autoscale)$/.test(path)) return UNKNOWN;
  const [types = '', ...names] = words;
  // `get pod/a service/b`
  if (types.includes('/')) {
    const all = words.filter((word) => word.includes('/')).map((word) => word.slice(0, word.indexOf('/')));
    return { objects: all.flatMap(shapesOf), isList: all.length > 1 };
  }
  const objects = types.split(',').flatMap(shapesOf);
  const isOne = names.length === 1 && !types.includes(',');
  // Each object is printed by itself as it changes, and by each of the commands that change one.
  const isWatched = ['watch', 'watch-only'].some((flag) => flags.get(flag)?.at(-1) === 'true');
  return { objects, isList: path === 'get' && !isOne && !isWatched };
}

/** The shapes of a word for a type, as kubectl takes it: `po`, `deployments.apps`, `all`. */
function shapesOf(word: string): Shapes {
  const [name = '', ...group] = word.toLowerCase().split('.');
  const found = RESOURCES.filter(
    (one) =>
      [one.plural, one.kind.toLowerCase(), ...one.shortNames, ...one.categories].includes(name) && isIn(one, group),
  );
  // The preferred group and version of a type comes first; a category has several types.
  const isCategory = found.some(({ categories }) => categories.includes(name));
  const chosen = isCategory ? found : found.slice(0, 1);
  return chosen.length > 0 ? chosen.map((one) => schemaOf(one) ?? ANY) : [ANY];
}

const isIn = ({ group, version }: Resource, asked: readonly string[]): boolean =>
  asked.length === 0 || group.startsWith(asked.join('.')) || `${version}.${group}`.startsWith(asked.join('.'));

const TEXT: Schema = { type: 'string' };

/** An object with given fields. */
const object = (name: string, fields: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  name,
  read: () => ({
    description: '',
    required: [],
    fields: new Map(Object.entries(fields).map(([key, schema]) => [key, { schema, description: '' }])),
  }),
});

const textFields = (names: string): Record<string, Schema> =>
  Object.fromEntries(names.split(' ').map((name) => [name, TEXT]));
const named = (key: string, value: Schema): Schema => ({
  type: 'list',
  items: object(key, { name: TEXT, [key]: value }),
});

/** The list that `get` gives when several objects are asked for. */
export const listOf = (objects: Shapes): Shapes =>
  objects.map((items) =>
    object('List', {
      ...textFields('apiVersion kind'),
      metadata: object('ListMeta', textFields('resourceVersion selfLink continue remainingItemCount')),
      items: { type: 'list', items },
    }),
  );

/** Source: kubernetes.io/docs/reference/config-api/kubeconfig.v1. */
const KUBECONFIG: Schema = object('Config', {
  ...textFields('apiVersion kind current-context'),
  preferences: ANY,
  extensions: ANY,
  clusters: named(
    'cluster',
    object('Cluster', {
      ...textFields(
        'server tls-server-name insecure-skip-tls-verify certificate-authority certificate-authority-data proxy-url disable-compression',
      ),
      extensions: ANY,
    }),
  ),
  contexts: named('context', object('Context', { ...textFields('cluster user namespace'), extensions: ANY })),
  users: named(
    'user',
    object('AuthInfo', {
      ...textFields(
        'client-certificate client-certificate-data client-key client-key-data token tokenFile as as-uid username password',
      ),
      'as-groups': ANY,
      'as-user-extra': ANY,
      'auth-provider': ANY,
      exec: ANY,
      extensions: ANY,
    }),
  ),
});
