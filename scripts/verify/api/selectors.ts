import { nearest } from '../../../src/lib/manifests/nearest.ts';
import type { Resource } from './resources.ts';

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const KEY = /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** Whether a text can be the key of a label: `app`, `kubernetes.io/os`. */
export const isLabelKey = (key: string): boolean => KEY.test(key);
/** Whether a text can be the value of a label: empty, or 63 letters at most. */
export const isLabelValue = (value: string): boolean => value === '' || NAME.test(value);

/** The fields by which the API server can select, `metadata.name` and `metadata.namespace` beside. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.podIPs',
    'status.nominatedNodeName',
  ],
  Event: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'regarding.kind',
    'regarding.namespace',
    'regarding.name',
    'reason',
    'reportingComponent',
    'reportingController',
    'source',
    'type',
  ],
  Secret: ['type'],
  Namespace: ['status.phase'],
  Node: ['spec.unschedulable'],
  Job: ['status.successful'],
  ReplicaSet: ['status.replicas'],
  ReplicationController: ['status.replicas'],
  Service: ['spec.clusterIP', 'spec.type'],
  CertificateSigningRequest: ['spec.signerName'],
};

/** Fields that have a few values only: another one selects nothing. */
const VALUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Pod: {
    'status.phase': ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'],
    'spec.restartPolicy': ['Always', 'OnFailure', 'Never'],
  },
  Event: { type: ['Normal', 'Warning'] },
  Namespace: { 'status.phase': ['Active', 'Terminating'] },
  Node: { 'spec.unschedulable': ['true', 'false'] },
  Service: { 'spec.type': ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] },
};

/** What is wrong in a field selector, in the server's words; undefined when it is right. */
export function checkFieldSelector(selector: string, resource: Resource): string | undefined {
  const known = ['metadata.name', 'metadata.namespace', ...(FIELDS[resource.kind] ?? [])];
  for (const term of selector.split(',')) {
    const match = /^([\w.-]+)(?:==?|!=)(.*)$/.exec(term.trim());
    if (!match) return `invalid selector: '${selector}'; can't understand '${term}'`;
    const [, field = '', value = ''] = match;
    const values = VALUES[resource.kind]?.[field];
    if (values && value && !values.includes(value)) {
      const near = nearest(value, values);
      return `${field} is never « ${value} »${near ? ` (did you mean ${near}?)` : ` (${values.join(', ')})`}`;
    }
    if (known.includes(field)) continue;
    const meant = nearest(field, known);
    return `field label not supported: ${field}${meant ? ` (did you mean "${meant}"?)` : ` (supported: ${known.join(', ')})`}`;
  }
  return undefined;
}

/** What is wrong in a label selector, in the server's words; undefined when it is right. */
export function checkLabelSelector(selector: string): string | undefined {
  if (/^\s*,|,\s*,|,\s*$/.test(selector))
    return `unable to parse requirement: found ',', expected: identifier in « ${selector} »`;
  for (const term of splitTerms(selector)) {
    const match = /^!?\s*([\w./-]+)\s*(?:(?:==?|!=)\s*([\w.-]*)|\s(?:not)?in\s*\(([^()]*)\)|[<>]\s*\d+)?$/.exec(term);
    if (!match) return `unable to parse requirement: ${term}`;
    const [, key = '', value = '', set = ''] = match;
    if (!isLabelKey(key)) return `unable to parse requirement: <nil>: Invalid value: "${key}"`;
    const bad = [value, ...set.split(',').map((one) => one.trim())].find((one) => !isLabelValue(one));
    if (bad !== undefined) return `unable to parse requirement: values: Invalid value: "${bad}"`;
  }
  return undefined;
}

/** The labels that an object must bear to be chosen, from the equalities of a selector: `{ app: 'web' }` of `app=web,!old`. */
export function labelsOf(selector: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const term of splitTerms(selector)) {
    const match = /^([\w./-]+)\s*(?:==?\s*([\w.-]*)|\sin\s*\(\s*([\w.-]*)[^()]*\)|[<>]\s*\d+)?$/.exec(term);
    if (match?.[1]) labels[match[1]] = match[2] ?? match[3] ?? 'true';
  }
  return labels;
}

/** One condition of a selector: `version in (v1, v2)`. */
interface Condition {
  readonly key: string;
  /** Those of which the label has one; undefined when it is only there. */
  readonly values: readonly string[] | undefined;
  /** The label has none of these values, or is not there: `version!=v1`, `!version`. */
  readonly isNegative: boolean;
}

const CONDITION = /^(!?)\s*([\w./-]+)\s*(?:(!=|==?)\s*([\w.-]*)|\s(not)?in\s*\(([^()]*)\))?\s*$/;

function readCondition(term: string): Condition {
  const [, not = '', key = '', sign, value = '', notIn, set] = CONDITION.exec(term) ?? [];
  const values = sign ? [value] : set?.split(',').map((one) => one.trim());
  return { key, values, isNegative: not !== '' || sign === '!=' || notIn !== undefined };
}

/**
 * Whether an object's labels satisfy a selector.
 * @param filled words that a reader fills in, which may be any key or any value: those of `<LABEL>=<VALUE>`
 */
export function isSelected(
  labels: Readonly<Record<string, string>>,
  selector: string,
  filled: ReadonlySet<string> = new Set(),
): boolean {
  return splitTerms(selector).every((term) => {
    const { key, values, isNegative } = readCondition(term);
    if (filled.has(key)) return true;
    const value = labels[key];
    const isAny = values?.some((one) => filled.has(one)) === true;
    if (isNegative) return isAny || value === undefined || (values !== undefined && !values.includes(value));
    return value !== undefined && (isAny || values === undefined || values.includes(value));
  });
}

/** The conditions of a selector, apart: `['app=web', 'version in (v1, v2)']`. */
export const splitTerms = (selector: string): string[] =>
  (selector.match(/(?:[^,(]|\([^)]*\)?)+/g) ?? []).map((term) => term.trim()).filter(Boolean);
