import { nearest } from '../nearest.ts';
import { fieldsOf, isFields, itemsOf, type Fields, type Path, type Say } from '../problem.ts';
import { templateOf } from './workloads.ts';

/** An object of a file, with its way to say what is wrong. */
export interface ManifestObject {
  readonly kind: string;
  readonly object: Fields;
  readonly path: Path;
  readonly say: Say;
}

/** The Pods that an object makes: their labels and the ports they declare. */
interface Pods {
  readonly owner: ManifestObject;
  readonly labels: Fields;
  readonly ports: readonly Fields[];
}

const namespaceOf = ({ object }: ManifestObject): string =>
  (fieldsOf(object.metadata).namespace as string | undefined) ?? '';
const nameOf = ({ object }: ManifestObject): unknown => fieldsOf(object.metadata).name;

/**
 * Checks that the objects of one file agree, where they clearly belong together: a Service and the Pods it chooses,
 * an Ingress and its Service, a container and the keys of its ConfigMap. What another file may hold is not asked for.
 */
export function checkTogether(objects: readonly ManifestObject[]): void {
  const pods = objects.map(readPods).filter((one) => one !== undefined);
  const services = objects.filter(({ kind }) => kind === 'Service');
  const choosing = services.filter(({ object }) => Object.keys(selectorOf(object)).length > 0);
  for (const service of choosing) checkService(service, choosing, pods);
  for (const one of objects) {
    if (one.kind === 'Ingress') checkIngress(one, services);
    else checkKeys(one, objects);
  }
  checkTwins(objects);
}

const selectorOf = (service: Fields): Fields => fieldsOf(fieldsOf(service.spec).selector);

function readPods(owner: ManifestObject): Pods | undefined {
  const template = templateOf(owner.kind, owner.object)?.template;
  if (!template) return undefined;
  const spec = fieldsOf(template.spec);
  const containers = [...itemsOf(spec.containers), ...itemsOf(spec.initContainers)].map(([, container]) => container);
  const ports = containers.flatMap((container) => itemsOf(container.ports).map(([, port]) => port));
  return { owner, labels: fieldsOf(fieldsOf(template.metadata).labels), ports };
}

const isChosen = (selector: Fields, { labels }: Pods): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

function checkService(service: ManifestObject, services: readonly ManifestObject[], all: readonly Pods[]): void {
  const { object, path, say } = service;
  const selector = selectorOf(object);
  const pods = all.filter(({ owner }) => namespaceOf(owner) === namespaceOf(service));
  const chosen = pods.filter((one) => isChosen(selector, one));
  if (chosen.length === 0) {
    const lone = pods.filter(
      (one) =>
        one.owner.kind !== 'Job' &&
        one.owner.kind !== 'CronJob' &&
        !services.some((other) => isChosen(selectorOf(other.object), one)),
    );
    const meant =
      lone.find(({ owner }) => nameOf(owner) === nameOf(service)) ??
      (services.length === 1 && pods.length === 1 ? lone[0] : undefined);
    if (!meant || meant.ports.length + Object.keys(meant.labels).length === 0) return;
    const labels = Object.entries(meant.labels)
      .map(([key, value]) => `${key}: ${String(value)}`)
      .join(', ');
    say(
      [...path, 'spec', 'selector'],
      `ce sélecteur ne choisit aucun Pod du fichier ; ${meant.owner.kind} « ${String(nameOf(meant.owner))} » en crée avec d'autres labels.`,
      labels,
    );
  } else if (fieldsOf(object.spec).clusterIP !== 'None') checkTargets(service, chosen);
}

function checkTargets({ object, path, say }: ManifestObject, chosen: readonly Pods[]): void {
  const declared = chosen.flatMap(({ ports }) => ports);
  const names = declared.map(({ name }) => name).filter((name) => typeof name === 'string');
  for (const [index, { port, targetPort = port }] of itemsOf(fieldsOf(object.spec).ports)) {
    const at = [...path, 'spec', 'ports', index, 'targetPort'];
    if (typeof targetPort === 'string' && !names.includes(targetPort)) {
      say(
        at,
        `aucun port des Pods choisis ne se nomme « ${targetPort} ».`,
        nearest(targetPort, names) ?? names.join(', '),
      );
    } else if (
      typeof targetPort === 'number' &&
      chosen.every(({ ports }) => ports.length > 0) &&
      !declared.some(({ containerPort }) => containerPort === targetPort)
    ) {
      const known = declared.map(({ containerPort }) => String(containerPort)).join(', ');
      say(at, `aucun conteneur des Pods choisis ne déclare le port ${targetPort}.`, known);
    }
  }
}

function checkIngress(ingress: ManifestObject, services: readonly ManifestObject[]): void {
  const spec = fieldsOf(ingress.object.spec);
  const backends: [Path, unknown][] = [[['spec', 'defaultBackend'], spec.defaultBackend]];
  for (const [index, { http }] of itemsOf(spec.rules))
    for (const [rank, { backend }] of itemsOf(fieldsOf(http).paths))
      backends.push([['spec', 'rules', index, 'http', 'paths', rank, 'backend'], backend]);
  for (const [path, backend] of backends) {
    const { name, port } = fieldsOf(fieldsOf(backend).service);
    const service = services.find((one) => nameOf(one) === name && namespaceOf(one) === namespaceOf(ingress));
    if (!service || !isFields(port)) continue;
    const ports = itemsOf(fieldsOf(service.object.spec).ports).map(([, own]) => own);
    const isThere = ports.some((own) => (port.name ? own.name === port.name : own.port === port.number));
    const known = ports.map((own) => [own.name, own.port].filter(Boolean).map(String).join(' : ')).join(', ');
    if (!isThere && ports.length > 0)
      ingress.say(
        [...ingress.path, ...path, 'service', 'port'],
        `le Service « ${String(name)} » n'a pas ce port.`,
        known,
      );
  }
}

/** The keys that containers read from a ConfigMap or a Secret of the same file. */
function checkKeys(one: ManifestObject, objects: readonly ManifestObject[]): void {
  const found = templateOf(one.kind, one.object);
  if (!found) return;
  for (const field of ['initContainers', 'containers']) {
    for (const [index, container] of itemsOf(fieldsOf(found.template.spec)[field])) {
      for (const [rank, { valueFrom }] of itemsOf(container.env)) {
        for (const [source, kind] of [
          ['configMapKeyRef', 'ConfigMap'],
          ['secretKeyRef', 'Secret'],
        ] as const) {
          const { name, key, optional } = fieldsOf(fieldsOf(valueFrom)[source]);
          const holder = objects.find(
            (other) => other.kind === kind && nameOf(other) === name && namespaceOf(other) === namespaceOf(one),
          );
          if (!holder || typeof key !== 'string' || optional === true) continue;
          const { data, stringData, binaryData } = holder.object;
          const keys = [data, stringData, binaryData].flatMap((map) => Object.keys(fieldsOf(map)));
          const at = [...one.path, ...found.path, 'spec', field, index, 'env', rank, 'valueFrom', source, 'key'];
          if (!keys.includes(key))
            one.say(
              at,
              `${kind} « ${String(name)} » n'a pas de clé « ${key} ».`,
              nearest(key, keys) ?? keys.join(', '),
            );
        }
      }
    }
  }
}

function checkTwins(objects: readonly ManifestObject[]): void {
  const seen = new Set<string>();
  for (const one of objects) {
    const name = nameOf(one);
    if (typeof name !== 'string') continue;
    const key = [one.object.apiVersion, one.kind, namespaceOf(one), name].map(String).join(' ');
    if (seen.has(key))
      one.say(
        [...one.path, 'metadata', 'name'],
        `le fichier décrit deux fois ${one.kind} « ${name} » : la seconde description remplacerait la première.`,
      );
    seen.add(key);
  }
}
