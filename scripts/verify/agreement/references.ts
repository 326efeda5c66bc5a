import { fieldsOf, listOf, type Fields } from '../api/fields.ts';
import type { ApiObject } from '../api/object.ts';
import { isBuiltIn } from '../api/scene.ts';
import type { Seen } from '../api/seen.ts';
import type { Store } from '../api/store.ts';
import { labelsOf, whatIs, type Asked } from './asked.ts';
import { portsOf } from './parts.ts';

/** What a manifest applies may well come before what it needs; what a command says at once is meant to work at once. */
const SAYS_IT = /^(?:expose|set|patch|autoscale|create)$/;

/**
 * Finds what an object that a command has created or changed refers to, and that is not there: the Pods of a Service, the
 * port that they listen on, the Service of an Ingress, the Role of a RoleBinding.
 */
export function findBrokenReference({ run, cluster }: Asked): string | undefined {
  const isSaid = run.calls.some(
    ({ args }) => SAYS_IT.test(args[0] ?? '') && !args.some((arg) => /^(?:-f|--filename|-k)/.test(arg)),
  );
  if (!isSaid) return undefined;
  return run.requests
    .filter(({ method, found }) => (method === 'POST' || method === 'PATCH') && found)
    .map((request) => findIn(request, cluster))
    .find((why) => why !== undefined);
}

function findIn({ kind, namespace, name, body }: Seen, cluster: Store): string | undefined {
  const own = name ?? String(fieldsOf(fieldsOf(body).metadata).name);
  const object =
    cluster.known(kind ?? '', namespace).find(({ metadata }) => metadata.name === own) ??
    (body as ApiObject | undefined);
  if (!object) return undefined;
  const spec = fieldsOf(object.spec);
  switch (kind) {
    case 'Service':
      return findMissingPods(spec.selector, namespace, cluster) ?? findMissingTarget(spec, namespace, cluster);
    case 'PodDisruptionBudget':
      return findMissingPods(fieldsOf(spec.selector).matchLabels, namespace, cluster);
    case 'Ingress':
      return findMissingBackend(spec, namespace, cluster);
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      return findMissingSubject(object, namespace, cluster);
    default:
      return undefined;
  }
}

function chosenBy(selector: unknown, namespace: string | undefined, cluster: Store): ApiObject[] {
  const wanted = Object.entries(fieldsOf(selector));
  return cluster
    .known('Pod', namespace)
    .filter(({ metadata }) =>
      wanted.every(([key, value]) => metadata.labels?.[key] === value || cluster.filled.has(String(value))),
    );
}

function findMissingPods(selector: unknown, namespace: string | undefined, cluster: Store): string | undefined {
  const wanted = Object.entries(fieldsOf(selector)).map(([key, value]) => `${key}=${String(value)}`);
  if (wanted.length === 0 || !cluster.isClosed('Pod', namespace)) return undefined;
  if (chosenBy(selector, namespace, cluster).length > 0) return undefined;
  const labels = cluster.known('Pod', undefined).flatMap(labelsOf);
  const wrong = wanted.find((one) => !labels.includes(one)) ?? wanted.join(',');
  return `its selector « ${wanted.join(',')} » chooses no Pod: ${whatIs(wrong, labels)}`;
}

function findMissingTarget(spec: Fields, namespace: string | undefined, cluster: Store): string | undefined {
  if (!cluster.isClosed('Pod', namespace) || Object.keys(fieldsOf(spec.selector)).length === 0) return undefined;
  const ports = portsOf(chosenBy(spec.selector, namespace, cluster));
  const wrong = listOf(spec.ports)
    .map(({ port, targetPort = port }) => String(targetPort))
    .find((target) => ports && !ports.includes(target) && !cluster.filled.has(target));
  return wrong && `no container behind this Service has the port « ${wrong} »: ${whatIs(wrong, ports ?? [])}`;
}

function findMissingBackend(spec: Fields, namespace: string | undefined, cluster: Store): string | undefined {
  if (!cluster.isClosed('Service', namespace)) return undefined;
  const paths = listOf(spec.rules).flatMap(({ http }) => listOf(fieldsOf(http).paths));
  const backends = [spec.defaultBackend, ...paths.map(({ backend }) => backend)].map((one) =>
    fieldsOf(fieldsOf(one).service),
  );
  const services = cluster.known('Service', namespace);
  for (const { name, port } of backends) {
    if (typeof name !== 'string' || cluster.filled.has(name)) continue;
    const service = services.find(({ metadata }) => metadata.name === name);
    if (!service)
      return `no Service is named « ${name} »: ${whatIs(
        name,
        services.map(({ metadata }) => metadata.name),
      )}`;
    const { number, name: word } = fieldsOf(port);
    const asked = String(word ?? number);
    const known = listOf(fieldsOf(service.spec).ports).flatMap((one) =>
      [one.name, one.port].filter(Boolean).map(String),
    );
    if (!known.includes(asked) && !cluster.filled.has(asked))
      return `the Service « ${name} » has no port « ${asked} »: ${whatIs(asked, known)}`;
  }
  return undefined;
}

function findMissingSubject(binding: ApiObject, namespace: string | undefined, cluster: Store): string | undefined {
  for (const { kind, name, namespace: own = namespace } of [fieldsOf(binding.roleRef), ...listOf(binding.subjects)]) {
    const where = typeof own === 'string' ? own : undefined;
    if (typeof kind !== 'string' || typeof name !== 'string' || !cluster.isClosed(kind, where)) continue;
    const known = cluster.known(kind, where).map(({ metadata }) => metadata.name);
    if (!known.includes(name) && !cluster.filled.has(name) && !isBuiltIn(kind, name))
      return `no ${kind} is named « ${name} »: ${whatIs(name, known)}`;
  }
  return undefined;
}
