import type { ApiObject } from '../api/object.ts';
import { isBuiltIn } from '../api/scene.ts';
import { isSelected, splitTerms } from '../api/selectors.ts';
import type { Run } from '../run.ts';
import { labelsOf, whatIs, type Asked } from './asked.ts';
import { findMissingPart } from './parts.ts';
import { findBrokenReference } from './references.ts';

/**
 * Finds where a command does not agree with the manifests of its page and with what the page has done before: an object
 * that these do not have, another namespace, a selector that chooses nothing, a port or a container that is not there.
 * @returns what is not found, and the nearest that is; undefined when all is well, or when the page tells nothing of it
 */
export function findDisagreement(asked: Asked): string | undefined {
  return (
    findMissingNamespace(asked) ??
    findEmptySelection(asked) ??
    findMissingObject(asked) ??
    findEmptyList(asked) ??
    findSilentEvents(asked) ??
    findUnopenedService(asked) ??
    findMissingPart(asked) ??
    findBrokenReference(asked)
  );
}

const namesOf = (objects: readonly ApiObject[]): string[] => objects.map(({ metadata }) => metadata.name);
/** The metrics of a Pod are asked for by its name. */
const say = (kind: string): string => kind.replace('PodMetrics', 'Pod');
const inside = (namespace: string | undefined): string => (namespace ? ` in the namespace « ${namespace} »` : '');
const moved = ({ metadata: { namespace = 'default' } }: ApiObject): string =>
  `it is in « ${namespace} » (-n ${namespace})`;

function findMissingNamespace({ run, cluster }: Asked): string | undefined {
  if (!cluster.isClosed('Namespace', undefined)) return undefined;
  const known = namesOf(cluster.everKnown('Namespace', undefined));
  const wrong = run.requests.find(
    ({ namespace = 'default' }) =>
      !isBuiltIn('Namespace', namespace) && !cluster.filled.has(namespace) && !known.includes(namespace),
  )?.namespace;
  return wrong && `no Namespace is named « ${wrong} »: ${whatIs(wrong, known)}`;
}

function findEmptySelection({ run, cluster, isStep }: Asked): string | undefined {
  const selections = run.requests.filter(
    ({ method, kind = '', namespace, selector, found }) =>
      method === 'GET' && selector && found !== undefined && cluster.isClosed(kind, namespace),
  );
  // `all` lists several types, of which one may well have nothing.
  const isOfAll = run.calls.some(({ args }) => args.some((arg) => /^all(?:,|$)/.test(arg)));
  if (isOfAll && selections.some(({ found }) => found)) return undefined;
  const isFine = run.calls.every(({ status }) => status === 0);
  for (const { kind = '', namespace, selector = '', found } of selections) {
    // kubectl itself looks for what an object chooses, and may well find nothing: the Pods of an old ReplicaSet.
    if (found || (isFine && !isTyped(selector, run))) continue;
    const chosen = (objects: readonly ApiObject[]): ApiObject | undefined =>
      objects.find(({ metadata }) => isSelected(metadata.labels ?? {}, selector, cluster.filled));
    // A step may well look at what is gone.
    if (isStep && isFine && chosen(cluster.everKnown(kind, namespace))) continue;
    const what = `no ${say(kind)}${inside(namespace)} bears « ${selector} »`;
    const elsewhere = chosen(cluster.known(kind, undefined));
    if (elsewhere && elsewhere.metadata.namespace !== namespace) return `${what}: ${moved(elsewhere)}`;
    const labels = cluster.known(kind, undefined).flatMap(labelsOf);
    return `${what}: ${whatIs(splitTerms(selector).find((term) => !labels.includes(term)) ?? selector, labels)}`;
  }
  return undefined;
}

/** Whether an argument holds a selector, whatever the order and the spaces that kubectl gives it. */
function isTyped(selector: string, { calls }: Run): boolean {
  const bare = (text: string): string => text.replaceAll(/\s/g, '');
  return calls.some(({ args }) =>
    args.some((arg) => splitTerms(selector).every((term) => bare(arg).includes(bare(term)))),
  );
}

/** kubectl was told that an object is not there, and says so. */
function findMissingObject({ run, cluster }: Asked): string | undefined {
  const said = run.calls
    .filter(({ status, errors }) => status !== 0 && /not ?found/i.test(errors))
    .map(({ errors }) => errors)
    .join('\n');
  const absent = run.requests.filter(
    ({ kind = '', namespace, name, found, method }) =>
      name !== undefined && found === 0 && method !== 'POST' && cluster.isClosed(kind, namespace),
  );
  // « apply » asks for what it is about to create: what kubectl names is what it missed.
  const missing = said ? (absent.find(({ name = '' }) => said.includes(`"${name}"`)) ?? absent[0]) : undefined;
  if (!missing) return undefined;
  const { kind = '', namespace, name = '' } = missing;
  const what = `no ${say(kind)}${inside(namespace)} is named « ${name} »`;
  const elsewhere = cluster.known(kind, undefined).find(({ metadata }) => metadata.name === name);
  if (elsewhere && elsewhere.metadata.namespace !== namespace) return `${what}: ${moved(elsewhere)}`;
  return `${what}: ${whatIs(name, namesOf(cluster.known(kind, namespace)))}`;
}

/** A list that shows nothing, when the page has such objects in another namespace. */
function findEmptyList({ run, cluster, isStep }: Asked): string | undefined {
  const isAsked = isStep || run.calls.some(({ args }) => args.some((arg) => /^(?:-n|--namespace)/.test(arg)));
  const empty = run.requests.find(
    ({ method, kind = '', namespace, name, selector, fields, found }) =>
      method === 'GET' &&
      name === undefined &&
      found === 0 &&
      !selector &&
      !fields &&
      cluster.isClosed(kind, namespace) &&
      cluster.known(kind, undefined).length > 0,
  );
  if (!isAsked || !empty) return undefined;
  const { kind = '', namespace } = empty;
  const [other] = cluster.known(kind, undefined);
  return other && `no ${kind} is${inside(namespace)}: ${moved(other)}`;
}

/** `kubectl events --for` asks for the events of anything, there or not. */
function findSilentEvents({ run, cluster }: Asked): string | undefined {
  for (const { kind, namespace, fields = '' } of run.requests) {
    if (kind !== 'Event') continue;
    const read = (field: string): string =>
      new RegExp(`(?:^|,)involvedObject\\.${field}==?([^,]+)`).exec(fields)?.[1] ?? '';
    const [about, name] = [read('kind'), read('name')];
    if (!about || !name || !cluster.isClosed(about, namespace) || cluster.filled.has(name)) continue;
    const known = namesOf(cluster.everKnown(about, namespace));
    if (!known.includes(name)) return `no ${about}${inside(namespace)} is named « ${name} »: ${whatIs(name, known)}`;
  }
  return undefined;
}

/** minikube is not run: what its line says is compared. */
function findUnopenedService({ line, cluster }: Asked): string | undefined {
  const [, name = '', rest = ''] = /\bminikube\s+service\s+([a-z][\w-]*)(.*)/.exec(line) ?? [];
  const namespace = /\s(?:-n|--namespace)[= ]?(\S+)/.exec(rest)?.[1] ?? 'default';
  if (!name || name === 'list' || cluster.filled.has(name) || !cluster.isClosed('Service', namespace)) return undefined;
  const known = namesOf(cluster.known('Service', namespace));
  return known.includes(name)
    ? undefined
    : `no Service${inside(namespace)} is named « ${name} »: ${whatIs(name, known)}`;
}
