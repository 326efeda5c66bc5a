import { amountOf, isDnsLabel, isQuantity } from '../../../src/lib/manifests/formats.ts';
import { isRecord } from './check-shape.ts';
import { fieldsOf, listOf, type Fields } from './fields.ts';

const IMAGE =
  /^(?:[a-zA-Z0-9][\w.-]*(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

/**
 * Finds what an API server refuses in the Pods that an object runs, or in itself when it is one.
 * @param problems where each is added, in the server's manner
 */
export function checkPods(kind: string, spec: Fields, problems: string[]): void {
  checkTemplate(kind, spec, problems);
  for (const [path, pod] of podSpecsOf(kind, spec)) checkPod(kind, pod, path, problems);
}

/** Checks the number of a port; a name is left alone. */
export function checkPort(port: unknown, path: string, problems: string[]): void {
  if (typeof port === 'number' && (port < 1 || port > 65535)) {
    problems.push(`${path}: Invalid value: ${port}: must be between 1 and 65535, inclusive`);
  }
}

function checkTemplate(kind: string, spec: Fields, problems: string[]): void {
  const selector = kind === 'Job' ? undefined : fieldsOf(spec.selector).matchLabels;
  const template = fieldsOf(spec.template);
  if (!isRecord(selector) || !isRecord(spec.template)) return;
  const labels = fieldsOf(fieldsOf(template.metadata).labels);
  const isMatch = Object.entries(selector).every(([key, value]) => labels[key] === value);
  if (!isMatch)
    problems.push(
      `spec.template.metadata.labels: Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``,
    );
}

function podSpecsOf(kind: string, spec: Fields): [string, Fields][] {
  if (kind === 'Pod') return [['spec', spec]];
  if (kind === 'CronJob') {
    const job = fieldsOf(fieldsOf(spec.jobTemplate).spec);
    return [['spec.jobTemplate.spec.template.spec', fieldsOf(fieldsOf(job.template).spec)]];
  }
  return isRecord(spec.template) ? [['spec.template.spec', fieldsOf(fieldsOf(spec.template).spec)]] : [];
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
  const volumes = listOf(spec.volumes).map((volume) => volume.name);
  for (const field of ['containers', 'initContainers', 'ephemeralContainers']) {
    for (const [index, container] of listOf(spec[field]).entries())
      checkContainer(container, `${path}.${field}[${index}]`, volumes, problems);
  }
}

function checkContainer(container: Fields, path: string, volumes: readonly unknown[], problems: string[]): void {
  const { name, image } = container;
  if (typeof name === 'string' && !isDnsLabel(name))
    problems.push(
      `${path}.name: Invalid value: "${name}": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'`,
    );
  if (image === '' || image === undefined) problems.push(`${path}.image: Required value`);
  if (typeof image === 'string' && image && !IMAGE.test(image))
    problems.push(`${path}.image: Invalid value: "${image}": couldn't parse image name`);
  for (const [index, port] of listOf(container.ports).entries())
    checkPort(port.containerPort, `${path}.ports[${index}].containerPort`, problems);
  for (const [index, mount] of listOf(container.volumeMounts).entries()) {
    if (!volumes.includes(mount.name))
      problems.push(`${path}.volumeMounts[${index}].name: Not found: "${String(mount.name)}"`);
  }
  const { requests, limits } = fieldsOf(container.resources);
  for (const [field, amounts] of [
    ['requests', requests],
    ['limits', limits],
  ] as const) {
    for (const [key, amount] of Object.entries(fieldsOf(amounts))) {
      if (!/^(?:cpu|memory|ephemeral-storage|hugepages-.+|.+\/.+)$/.test(key))
        problems.push(
          `${path}.resources.${field}[${key}]: Invalid value: "${key}": must be a standard resource for containers`,
        );
      if (typeof amount === 'string' && !isQuantity(amount))
        problems.push(
          `${path}.resources.${field}[${key}]: Invalid value: "${amount}": quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
        );
    }
  }
  for (const [key, limit] of Object.entries(fieldsOf(limits))) {
    const request = fieldsOf(requests)[key];
    if (request !== undefined && amountOf(request) > amountOf(limit))
      problems.push(
        `${path}.resources.requests: Invalid value: ${JSON.stringify(request)}: must be less than or equal to ${key} limit of ${String(limit)}`,
      );
  }
}
