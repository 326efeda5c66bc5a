import { fieldsOf, listOf, type Fields } from '../api/fields.ts';
import type { ApiObject } from '../api/object.ts';
import { whatIs, type Asked } from './asked.ts';
import type { Call } from '../calls.ts';

/** The containers of a Pod, or of the Pods that an object makes. */
const containersOf = ({ kind, spec }: ApiObject): Fields[] => {
  const pod = kind === 'Pod' ? fieldsOf(spec) : fieldsOf(fieldsOf(fieldsOf(spec).template).spec);
  return [...listOf(pod.containers), ...listOf(pod.initContainers), ...listOf(pod.ephemeralContainers)];
};

/**
 * The ports of some Pods that a command may name: their numbers and their names.
 * @returns undefined when a container declares none: it may listen on any
 */
export function portsOf(pods: readonly ApiObject[]): string[] | undefined {
  const all = pods.map((pod) => containersOf(pod).flatMap(({ ports }) => listOf(ports)));
  if (all.length === 0 || all.some((ports) => ports.length === 0)) return undefined;
  return all.flat().flatMap(({ name, containerPort }) => [name, containerPort].filter(Boolean).map(String));
}

/** Finds the part of an object, a container or a port, or the file, that a command names and that is not there. */
export function findMissingPart(asked: Asked): string | undefined {
  return asked.run.calls
    .map((call) => findMissingFile(call, asked) ?? findMissingContainer(call, asked) ?? findMissingPort(call, asked))
    .find((why) => why !== undefined);
}

function findMissingFile({ errors, status }: Call, { files }: Asked): string | undefined {
  const path = status === 0 ? undefined : /the path "([^"]+)" does not exist/.exec(errors)?.[1];
  return path && `the page has no file « ${path} »: ${whatIs(path, files)}`;
}

const NO_CONTAINER = /container (?:named )?"?([\w-]+)"? (?:not found|is not valid)|container named "?([\w-]+)/;

function findMissingContainer({ errors, status }: Call, { run, cluster }: Asked): string | undefined {
  const [, first, second] = status === 0 ? [] : (NO_CONTAINER.exec(errors) ?? []);
  const name = first ?? second;
  const about = run.requests.find(({ kind = '', namespace, found }) => found && cluster.isClosed(kind, namespace));
  if (name === undefined || !about) return undefined;
  const known = cluster.known(about.kind ?? '', undefined).flatMap(containersOf);
  return `no container is named « ${name} »: ${whatIs(
    name,
    known.map((one) => String(one.name)),
  )}`;
}

/** Flags of `port-forward` that take the next word. */
const TAKES_NEXT = /^(?:-n|--namespace|--context|--address|--pod-running-timeout|--kubeconfig)$/;
const NO_SERVICE_PORT = /Service '?"?([\w-]+)'?"? does not have a (?:service|named) port '?([\w-]+)/;

function findMissingPort({ args, errors, status }: Call, { run, cluster }: Asked): string | undefined {
  const [, service, asked] = status === 0 ? [] : (NO_SERVICE_PORT.exec(errors) ?? []);
  if (service !== undefined && asked !== undefined && cluster.isClosed('Service', undefined)) {
    const known = cluster.known('Service', undefined).filter(({ metadata }) => metadata.name === service);
    const ports = known.flatMap(({ spec }) => listOf(fieldsOf(spec).ports));
    const words = ports.flatMap(({ name, port }) => [name, port].filter(Boolean).map(String));
    return `the Service « ${service} » has no port « ${asked} »: ${whatIs(asked, words)}`;
  }
  const stream = run.requests.find(({ method, path }) => method === 'STREAM' && path.endsWith('/portforward'));
  if (!stream || !args.includes('port-forward')) return undefined;
  const words = args
    .slice(args.indexOf('port-forward') + 1)
    .filter((arg, index, all) => !arg.startsWith('-') && !TAKES_NEXT.test(all[index - 1] ?? ''));
  const [target = '', ...pairs] = words;
  // The port of a Service is read by kubectl, which has found it.
  if (/^(?:svc|services?)(?:\.\w+)*\//.test(target)) return undefined;
  const pods = cluster.known('Pod', stream.namespace).filter(({ metadata }) => metadata.name === stream.name);
  const ports = portsOf(pods);
  const wrong = pairs
    .map((pair) => pair.split(':').at(-1) ?? '')
    .find((port) => ports && !ports.includes(port) && !cluster.filled.has(port));
  return wrong && `no container of ${target} has the port « ${wrong} »: ${whatIs(wrong, ports ?? [])}`;
}
