import { isDnsName, isPortName } from '../../../src/lib/manifests/formats.ts';
import { isRecord } from './check-shape.ts';
import { checkPods, checkPort } from './check-pods.ts';
import { fieldsOf, listOf, type Fields } from './fields.ts';
import { isName, isServiceName } from './names.ts';
import { isSchedule, isTimeZone } from './schedule.ts';
import { isLabelKey, isLabelValue } from './selectors.ts';

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
  const spec = fieldsOf(object.spec);
  if (kind === 'Service') checkService(spec, problems);
  if (kind === 'CronJob') checkCronJob(fieldsOf(object.metadata), spec, problems);
  if (kind === 'Secret') checkSecret(fieldsOf(object.data), problems);
  if (kind === 'Ingress') checkIngress(spec, problems);
  if (kind === 'PriorityClass') checkPriorityClass(object, problems);
  if (kind === 'HorizontalPodAutoscaler' && Number(spec.minReplicas) > Number(spec.maxReplicas))
    problems.push(`spec.maxReplicas: Invalid value: ${String(spec.maxReplicas)}: must be at least \`minReplicas\``);
  if (kind === 'PodDisruptionBudget' && spec.minAvailable !== undefined && spec.maxUnavailable !== undefined)
    problems.push('spec: Invalid value: minAvailable and maxUnavailable cannot be both set');
  checkRollingUpdate(fieldsOf(fieldsOf(spec.strategy).rollingUpdate), problems);
  if (typeof spec.replicas === 'number' && spec.replicas < 0) {
    problems.push(`spec.replicas: Invalid value: ${spec.replicas}: must be greater than or equal to 0`);
  }
  checkPods(kind, spec, problems);
  return problems;
}

function checkMeta(kind: string, object: Fields, problems: string[]): void {
  const { name, labels, annotations } = fieldsOf(object.metadata);
  if (typeof name === 'string' && !isName(kind, name)) {
    problems.push(
      `metadata.name: Invalid value: "${name}": must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`,
    );
  }
  for (const [key, value] of Object.entries(fieldsOf(labels))) {
    if (!isLabelKey(key)) problems.push(`metadata.labels: Invalid value: "${key}"`);
    if (typeof value === 'string' && !isLabelValue(value)) problems.push(`metadata.labels: Invalid value: "${value}"`);
  }
  for (const key of Object.keys(fieldsOf(annotations))) {
    if (!isLabelKey(key)) problems.push(`metadata.annotations: Invalid value: "${key}"`);
  }
}

function checkCronJob({ name }: Fields, { schedule, timeZone }: Fields, problems: string[]): void {
  // Eleven characters are kept for what the name of each Job adds to it.
  if (typeof name === 'string' && name.length > 52)
    problems.push(`metadata.name: Invalid value: "${name}": must be no more than 52 characters`);
  if (typeof schedule === 'string' && !isSchedule(schedule))
    problems.push(`spec.schedule: Invalid value: "${schedule}": expected five fields, such as "0 3 * * *"`);
  if (typeof timeZone === 'string' && !isTimeZone(timeZone))
    problems.push(`spec.timeZone: Invalid value: "${timeZone}": unknown time zone ${timeZone}`);
}

function checkPriorityClass({ metadata, value }: Fields, problems: string[]): void {
  const { name } = fieldsOf(metadata);
  if (typeof name === 'string' && name.startsWith('system-'))
    problems.push(
      `metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only`,
    );
  if (typeof value === 'number' && value > 1_000_000_000)
    problems.push(`value: Forbidden: maximum allowed value of a user defined priority is 1000000000`);
}

function checkRollingUpdate({ maxSurge, maxUnavailable }: Fields, problems: string[]): void {
  const isZero = (value: unknown): boolean => value === 0 || value === '0%';
  if (isZero(maxSurge) && isZero(maxUnavailable))
    problems.push('spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0');
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
  const paths = listOf(spec.rules).flatMap((rule) => listOf(fieldsOf(rule.http).paths));
  const backends = [fieldsOf(spec.defaultBackend), ...paths.map(({ backend }) => fieldsOf(backend))];
  for (const [index, { host }] of listOf(spec.rules).entries()) {
    // A wildcard is a first label.
    if (typeof host === 'string' && host && !isDnsName(host.replace(/^\*\./, '')))
      problems.push(`spec.rules[${index}].host: Invalid value: "${host}": a lowercase RFC 1123 subdomain is expected`);
  }
  for (const { name, port } of backends.map(({ service }) => fieldsOf(service))) {
    if (typeof name === 'string' && !isServiceName(name))
      problems.push(`spec.rules.http.paths.backend.service.name: Invalid value: "${name}"`);
    const { name: portName, number } = fieldsOf(port);
    if (typeof portName === 'string' && portName && !isPortName(portName))
      problems.push(`spec.rules.http.paths.backend.service.port.name: Invalid value: "${portName}"`);
    checkPort(number, 'spec.rules.http.paths.backend.service.port.number', problems);
  }
}

function checkService(spec: Fields, problems: string[]): void {
  if (spec.type === 'ExternalName' && spec.externalName === undefined)
    problems.push('spec.externalName: Required value');
  for (const [index, port] of listOf(spec.ports).entries()) {
    checkPort(port.port, `spec.ports[${index}].port`, problems);
    checkPort(port.targetPort, `spec.ports[${index}].targetPort`, problems);
    if (typeof port.targetPort === 'string' && !isPortName(port.targetPort))
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
