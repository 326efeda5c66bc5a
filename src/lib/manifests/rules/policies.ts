import { amountOf, isQuantity } from '../formats.ts';
import { nearest } from '../nearest.ts';
import { fieldsOf, isFields, itemsOf, type Fields, type Path, type Say } from '../problem.ts';
import { checkSelector } from './meta.ts';
import { checkShare } from './workloads.ts';

const METRICS: Readonly<Record<string, string>> = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
};
const TARGETS: Readonly<Record<string, string>> = {
  Utilization: 'averageUtilization',
  AverageValue: 'averageValue',
  Value: 'value',
};

/** Checks an autoscaler: its bounds, its target, its metrics. */
export function checkAutoscaler(spec: Fields, path: Path, say: Say): void {
  const { minReplicas, maxReplicas, scaleTargetRef, metrics } = spec;
  if (typeof maxReplicas === 'number' && maxReplicas < 1) say([...path, 'maxReplicas'], 'il faut au moins 1.');
  if (typeof minReplicas === 'number' && minReplicas < 0) say([...path, 'minReplicas'], 'il faut au moins 1.');
  if (typeof minReplicas === 'number' && typeof maxReplicas === 'number' && minReplicas > maxReplicas)
    say([...path, 'minReplicas'], `« minReplicas » (${minReplicas}) dépasse « maxReplicas » (${maxReplicas}).`);
  const { kind, apiVersion } = fieldsOf(scaleTargetRef);
  if (['Deployment', 'StatefulSet', 'ReplicaSet'].includes(String(kind)) && apiVersion !== 'apps/v1')
    say([...path, 'scaleTargetRef', 'apiVersion'], `${String(kind)} est dans « apps/v1 ».`, 'apps/v1');
  for (const [index, metric] of itemsOf(metrics)) checkMetric(metric, [...path, 'metrics', index], say);
}

function checkMetric(metric: Fields, path: Path, say: Say): void {
  const type = String(metric.type);
  const field = METRICS[type];
  if (!field) {
    say(
      [...path, 'type'],
      `valeur inconnue : « ${type} ».`,
      nearest(type, Object.keys(METRICS)) ?? Object.keys(METRICS).join(', '),
    );
    return;
  }
  const source = metric[field];
  if (!isFields(source)) {
    say(path, `le type ${type} demande « ${field} ».`, field);
    return;
  }
  const target = fieldsOf(source.target);
  const at = [...path, field, 'target'];
  const wanted = TARGETS[String(target.type)];
  if (!isFields(source.target)) return;
  if (!wanted)
    say(
      [...at, 'type'],
      `valeur inconnue : « ${String(target.type)} ».`,
      nearest(String(target.type), Object.keys(TARGETS)) ?? Object.keys(TARGETS).join(', '),
    );
  else if (target[wanted] === undefined) say(at, `le type ${String(target.type)} demande « ${wanted} ».`, wanted);
  const { averageUtilization } = target;
  if (typeof averageUtilization === 'number' && averageUtilization < 1)
    say([...at, 'averageUtilization'], 'un pourcentage plus grand que zéro.');
}

/** Checks a PodDisruptionBudget. */
export function checkBudget(spec: Fields, path: Path, say: Say): void {
  const { minAvailable, maxUnavailable, selector } = spec;
  if (minAvailable !== undefined && maxUnavailable !== undefined)
    say([...path, 'maxUnavailable'], '« minAvailable » et « maxUnavailable » s’excluent.');
  checkShare(minAvailable, [...path, 'minAvailable'], say);
  checkShare(maxUnavailable, [...path, 'maxUnavailable'], say);
  checkSelector(selector, [...path, 'selector'], say);
}

/** What a quota counts by its name. Source: https://kubernetes.io/docs/concepts/policy/resource-quotas/ */
export const COUNTED: readonly string[] =
  'cpu memory ephemeral-storage storage requests.cpu requests.memory requests.storage requests.ephemeral-storage limits.cpu limits.memory limits.ephemeral-storage pods services replicationcontrollers resourcequotas secrets configmaps persistentvolumeclaims services.nodeports services.loadbalancers'.split(
    ' ',
  );

/** Whether a quota counts that: a name that Kubernetes knows, or one with « / ». */
export const isCounted = (name: string): boolean =>
  COUNTED.includes(name) || name.includes('/') || name.includes('hugepages-');

/** Checks what a ResourceQuota counts: the names that Kubernetes knows, or one with « / ». */
export function checkQuota(spec: Fields, path: Path, say: Say): void {
  for (const [name, amount] of Object.entries(fieldsOf(spec.hard))) {
    const at = [...path, 'hard', name];
    if (!isCounted(name))
      say(
        at,
        `« ${name} » ne se compte pas.`,
        nearest(name, COUNTED) ?? 'requests.cpu, limits.memory, pods, count/deployments.apps…',
      );
    if (isQuantity(amount) && amountOf(amount) < 0) say(at, 'cette quantité est négative.');
  }
}

/** Checks the bounds of a LimitRange: each least below its default, each default below its most. */
export function checkLimitRange(spec: Fields, path: Path, say: Say): void {
  for (const [index, limit] of itemsOf(spec.limits)) {
    const at = [...path, 'limits', index];
    const { type } = limit;
    const types = ['Container', 'Pod', 'PersistentVolumeClaim'];
    if (typeof type === 'string' && !types.includes(type) && !type.includes('/'))
      say([...at, 'type'], `valeur inconnue : « ${type} ».`, nearest(type, types) ?? types.join(', '));
    const order = ['min', 'defaultRequest', 'default', 'max'];
    for (const [rank, low] of order.entries()) {
      for (const high of order.slice(rank + 1)) {
        for (const [name, amount] of Object.entries(fieldsOf(limit[low]))) {
          const bound = fieldsOf(limit[high])[name];
          if (!isQuantity(amount) || !isQuantity(bound) || amountOf(amount) <= amountOf(bound)) continue;
          say([...at, low, name], `« ${low} » (${String(amount)}) dépasse « ${high} » (${String(bound)}).`);
        }
      }
    }
  }
}

/** Checks a PriorityClass. */
export function checkPriority(object: Fields, path: Path, say: Say): void {
  const { value, metadata } = object;
  if (value === undefined) say([...path, 'value'], 'champ obligatoire manquant : « value ».', '1000');
  const { name } = fieldsOf(metadata);
  const isSystem = typeof name === 'string' && name.startsWith('system-');
  if (typeof value === 'number' && value > 1e9 && !isSystem)
    say([...path, 'value'], `${value} dépasse 1 000 000 000, réservé au système.`);
  if (isSystem && !['system-node-critical', 'system-cluster-critical'].includes(name))
    say([...path, 'metadata', 'name'], 'le préfixe « system- » est réservé.');
}

/** Checks a CustomResourceDefinition: its name, its versions. */
export function checkDefinition(object: Fields, path: Path, say: Say): void {
  const { group, names, versions, scope } = fieldsOf(object.spec);
  const { plural } = fieldsOf(names);
  const { name } = fieldsOf(object.metadata);
  const expected = `${String(plural)}.${String(group)}`;
  if (typeof plural === 'string' && typeof group === 'string' && name !== expected)
    say([...path, 'metadata', 'name'], 'le nom est le pluriel, un point, le groupe.', expected);
  if (typeof group === 'string' && !group.includes('.'))
    say([...path, 'spec', 'group'], 'un groupe est un domaine, avec un point.', `${group}.example`);
  if (typeof scope === 'string' && !['Namespaced', 'Cluster'].includes(scope))
    say(
      [...path, 'spec', 'scope'],
      `valeur inconnue : « ${scope} ».`,
      nearest(scope, ['Namespaced', 'Cluster']) ?? 'Namespaced ou Cluster',
    );
  const all = itemsOf(versions);
  const at = [...path, 'spec', 'versions'];
  if (Array.isArray(versions) && all.filter(([, version]) => version.storage === true).length !== 1)
    say(at, 'une version, et une seule, a « storage: true ».');
  for (const [index, version] of all) {
    if (!isFields(fieldsOf(version.schema).openAPIV3Schema))
      say([...at, index, 'schema'], 'champ obligatoire manquant : « schema.openAPIV3Schema ».');
  }
}
