import { amountOf } from '../../../src/lib/manifests/formats.ts';
import { isRecord } from './check-shape.ts';
import { isSchedule } from './schedule.ts';
import { isLabelKey, isLabelValue } from './selectors.ts';

type Fields = Record<string, unknown>;

const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
/** A DNS label that begins with a letter, which a Service needs. */
const SERVICE_NAME = /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
/** RBAC objects are named like paths. */
const ROLE_KINDS = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];
const QUANTITY = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+|[KMGTPE]i|[numkMGTPE])?$/;
const IMAGE =
  /^(?:[a-zA-Z0-9][\w.-]*(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;
/** Names of ports (IANA_SVC_NAME). */
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text can name an object of a kind: `isName('Namespace', 'dev')`. */
export function isName(kind: string, name: string): boolean {
  if (ROLE_KINDS.includes(kind)) return name !== '.' && name !== '..' && !/[/%]/.test(name);
  if (kind === 'Namespace') return LABEL.test(name);
  if (kind === 'Service') return SERVICE_NAME.test(name);
  return name.length <= 253 && SUBDOMAIN.test(name);
}

/**
 * Finds what an API server refuses in an object whose shape is right: names, labels, ports, quantities, images,
 * schedules, selectors that do not match their template.
 * Source: the validation of kubernetes/kubernetes, the rules that a documented command can break.
 * @returns one text for each, in the server's manner: `spec.ports[0].port: Invalid value: …`
 */
export function checkValues(kind: string, object: unknown): string[] {
  if (!isRecord(object)) return [];
  const problems: string[] = [];
  checkMeta(kind, object, problems);
  const spec = record(object.spec);
  if (kind === 'Service') checkService(spec, problems);
  if (kind === 'CronJob' && typeof spec.schedule === 'string' && !isSchedule(spec.schedule)) {
    problems.push(`spec.schedule: Invalid value: "${spec.schedule}": expected five fields, such as "0 3 * * *"`);
  }
  if (kind === 'Secret') checkSecret(record(object.data), problems);
  if (kind === 'Ingress') checkIngress(spec, problems);
  if (kind === 'PriorityClass' && typeof object.value === 'number' && object.value > 1_000_000_000) {
    problems.push(`value: Forbidden: maximum allowed value of a user defined priority is 1000000000`);
  }
  if (typeof spec.replicas === 'number' && spec.replicas < 0) {
    problems.push(`spec.replicas: Invalid value: ${spec.replicas}: must be greater than or equal to 0`);
  }
  checkTemplate(kind, spec, problems);
  for (const [path, pod] of podSpecsOf(kind, spec)) checkPod(kind, pod, path, problems);
  return problems;
}

function checkMeta(kind: string, object: Fields, problems: string[]): void {
  const { name, labels, annotations } = record(object.metadata);
  if (typeof name === 'string' && !isName(kind, name)) {
    problems.push(
      `metadata.name: Invalid value: "${name}": must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`,
    );
  }
  for (const [key, value] of Object.entries(record(labels))) {
    if (!isLabelKey(key)) problems.push(`metadata.labels: Invalid value: "${key}"`);
    if (typeof value === 'string' && !isLabelValue(value)) problems.push(`metadata.labels: Invalid value: "${value}"`);
  }
  for (const key of Object.keys(record(annotations))) {
    if (!isLabelKey(key)) problems.push(`metadata.annotations: Invalid value: "${key}"`);
  }
}

function checkSecret(data: Fields, problems: string[]): void {
  for (const [key, value] of Object.entries(data)) {
    if (
      typeof value === 'string' &&
      !/^(?:[A-Za-z0-9+/\s]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\s*$/.test(value)
    )
      problems.push(`data[${key}]: illegal base64 data: write the text in stringData, or encode it`);
  }
}

function checkIngress(spec: Fields, problems: string[]): void {
  const paths = list(spec.rules).flatMap((rule) => list(record(rule.http).paths));
  const backends = [record(spec.defaultBackend), ...paths.map(({ backend }) => record(backend))];
  for (const { name, port } of backends.map(({ service }) => record(service))) {
    if (typeof name === 'string' && !SERVICE_NAME.test(name))
      problems.push(`spec.rules.http.paths.backend.service.name: Invalid value: "${name}"`);
    const { name: portName, number } = record(port);
    if (typeof portName === 'string' && portName && !PORT_NAME.test(portName))
      problems.push(`spec.rules.http.paths.backend.service.port.name: Invalid value: "${portName}"`);
    checkPort(number, 'spec.rules.http.paths.backend.service.port.number', problems);
  }
}

function checkService(spec: Fields, problems: string[]): void {
  if (spec.type === 'ExternalName' && spec.externalName === undefined)
    problems.push('spec.externalName: Required value');
  for (const [index, port] of list(spec.ports).entries()) {
    checkPort(port.port, `spec.ports[${index}].port`, problems);
    checkPort(port.targetPort, `spec.ports[${index}].targetPort`, problems);
    if (typeof port.targetPort === 'string' && !PORT_NAME.test(port.targetPort))
      problems.push(
        `spec.ports[${index}].targetPort: Invalid value: "${port.targetPort}": the name of a port is expected`,
      );
    const { nodePort } = port;
    if (typeof nodePort === 'number' && nodePort !== 0 && (nodePort < 30000 || nodePort > 32767)) {
      problems.push(
        `spec.ports[${index}].nodePort: Invalid value: ${nodePort}: provided port is not in the valid range. The range of valid ports is 30000-32767`,
      );
    }
  }
}

function checkPort(port: unknown, path: string, problems: string[]): void {
  if (typeof port === 'number' && (port < 1 || port > 65535)) {
    problems.push(`${path}: Invalid value: ${port}: must be between 1 and 65535, inclusive`);
  }
}

function checkTemplate(kind: string, spec: Fields, problems: string[]): void {
  const selector = kind === 'Job' ? undefined : record(spec.selector).matchLabels;
  const template = record(spec.template);
  if (!isRecord(selector) || !isRecord(spec.template)) return;
  const labels = record(record(template.metadata).labels);
  const isMatch = Object.entries(selector).every(([key, value]) => labels[key] === value);
  if (!isMatch)
    problems.push(
      `spec.template.metadata.labels: Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``,
    );
}

function podSpecsOf(kind: string, spec: Fields): [string, Fields][] {
  if (kind === 'Pod') return [['spec', spec]];
  if (kind === 'CronJob') {
    const job = record(record(spec.jobTemplate).spec);
    return [['spec.jobTemplate.spec.template.spec', record(record(job.template).spec)]];
  }
  return isRecord(spec.template) ? [['spec.template.spec', record(record(spec.template).spec)]] : [];
}

function checkPod(kind: string, spec: Fields, path: string, problems: string[]): void {
  const policy = spec.restartPolicy;
  const isJob = kind === 'Job' || kind === 'CronJob';
  if (isJob && (policy === 'Always' || policy === undefined)) {
    problems.push(`${path}.restartPolicy: Required value: valid values: "OnFailure", "Never"`);
  }
  if (
    ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'].includes(kind) &&
    typeof policy === 'string' &&
    policy !== 'Always'
  ) {
    problems.push(`${path}.restartPolicy: Unsupported value: "${policy}": supported values: "Always"`);
  }
  const volumes = list(spec.volumes).map((volume) => volume.name);
  for (const field of ['containers', 'initContainers', 'ephemeralContainers']) {
    for (const [index, container] of list(spec[field]).entries())
      checkContainer(container, `${path}.${field}[${index}]`, volumes, problems);
  }
}

function checkContainer(container: Fields, path: string, volumes: readonly unknown[], problems: string[]): void {
  const { name, image } = container;
  if (typeof name === 'string' && !LABEL.test(name))
    problems.push(
      `${path}.name: Invalid value: "${name}": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'`,
    );
  if (image === '' || image === undefined) problems.push(`${path}.image: Required value`);
  if (typeof image === 'string' && image && !IMAGE.test(image))
    problems.push(`${path}.image: Invalid value: "${image}": couldn't parse image name`);
  for (const [index, port] of list(container.ports).entries())
    checkPort(port.containerPort, `${path}.ports[${index}].containerPort`, problems);
  for (const [index, mount] of list(container.volumeMounts).entries()) {
    if (!volumes.includes(mount.name))
      problems.push(`${path}.volumeMounts[${index}].name: Not found: "${String(mount.name)}"`);
  }
  const { requests, limits } = record(container.resources);
  for (const [field, amounts] of [
    ['requests', requests],
    ['limits', limits],
  ] as const) {
    for (const [key, amount] of Object.entries(record(amounts))) {
      if (!/^(?:cpu|memory|ephemeral-storage|hugepages-.+|.+\/.+)$/.test(key))
        problems.push(
          `${path}.resources.${field}[${key}]: Invalid value: "${key}": must be a standard resource for containers`,
        );
      if (typeof amount === 'string' && !QUANTITY.test(amount))
        problems.push(
          `${path}.resources.${field}[${key}]: Invalid value: "${amount}": quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
        );
    }
  }
  for (const [key, limit] of Object.entries(record(limits))) {
    const request = record(requests)[key];
    if (request !== undefined && amountOf(request) > amountOf(limit))
      problems.push(
        `${path}.resources.requests: Invalid value: ${JSON.stringify(request)}: must be less than or equal to ${key} limit of ${String(limit)}`,
      );
  }
}

const record = (value: unknown): Fields => (isRecord(value) ? value : {});
const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);
