import { isDnsLabel, isDnsName } from '../formats.ts';
import { nearest } from '../nearest.ts';
import { fieldsOf, isFields, itemsOf, textsOf, type Fields, type Path, type Say } from '../problem.ts';
import { checkContainer, checkIds } from './container.ts';
import { checkLabels, checkSelector } from './meta.ts';
import { checkVolumes } from './volumes.ts';

/** Fields of an init container that only one that keeps running (a sidecar) may have. */
const OF_RUNNING = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'];

/**
 * Checks the description of a Pod, alone or in a template.
 * @param claims the volumes that a StatefulSet adds, by name
 */
export function checkPod(spec: Fields, path: Path, claims: readonly string[], say: Say): void {
  if (Array.isArray(spec.containers) && spec.containers.length === 0)
    say([...path, 'containers'], 'il faut au moins un conteneur.');
  const volumes = new Set([...checkVolumes(spec.volumes, [...path, 'volumes'], say), ...claims]);
  const names = new Set<string>();
  for (const field of ['initContainers', 'containers'] as const) {
    for (const [index, container] of itemsOf(spec[field])) {
      const at = [...path, field, index];
      checkContainer(container, at, volumes, say);
      if (typeof container.name === 'string' && names.has(container.name))
        say([...at, 'name'], `deux conteneurs se nomment « ${container.name} ».`);
      names.add(String(container.name));
      const { restartPolicy } = container;
      if (field === 'containers' || restartPolicy === 'Always') continue;
      for (const own of OF_RUNNING)
        if (container[own] !== undefined)
          say(
            [...at, own],
            `un conteneur d'initialisation n'a pas de « ${own} ».`,
            'ajoutez « restartPolicy: Always » pour un sidecar, ou retirez-le',
          );
    }
  }
  checkHostPorts(spec, path, say);
  checkSettings(spec, path, say);
  checkIds(spec.securityContext, [...path, 'securityContext'], say);
  checkLabels(spec.nodeSelector, [...path, 'nodeSelector'], say);
  checkPlacement(spec, path, say);
}

function checkHostPorts(spec: Fields, path: Path, say: Say): void {
  const taken = new Set<string>();
  for (const [index, container] of itemsOf(spec.containers)) {
    for (const [rank, { hostPort, containerPort, protocol, hostIP }] of itemsOf(container.ports)) {
      const at = [...path, 'containers', index, 'ports', rank, 'hostPort'];
      if (hostPort === undefined || hostPort === 0) continue;
      if (spec.hostNetwork === true && hostPort !== containerPort)
        say(at, 'avec « hostNetwork: true », « hostPort » est égal à « containerPort ».');
      const key = [hostIP, protocol ?? 'TCP', hostPort].map(String).join(' ');
      if (taken.has(key)) say(at, 'ce port du nœud est pris deux fois.');
      taken.add(key);
    }
  }
}

function checkSettings(spec: Fields, path: Path, say: Say): void {
  for (const name of ['terminationGracePeriodSeconds', 'activeDeadlineSeconds']) {
    const value = spec[name];
    if (typeof value === 'number' && value < (name === 'activeDeadlineSeconds' ? 1 : 0))
      say([...path, name], `${value} est trop petit.`);
  }
  for (const name of ['hostname', 'subdomain']) {
    const value = spec[name];
    if (typeof value === 'string' && value !== '' && !isDnsLabel(value))
      say([...path, name], `« ${value} » n'est pas un nom d'hôte.`);
  }
  for (const name of ['serviceAccountName', 'priorityClassName', 'runtimeClassName', 'schedulerName', 'nodeName']) {
    const value = spec[name];
    if (typeof value === 'string' && value !== '' && !isDnsName(value))
      say([...path, name], `« ${value} » n'est pas un nom d'objet.`);
  }
  const dns = fieldsOf(spec.dnsConfig);
  if (spec.dnsPolicy === 'None' && textsOf(dns.nameservers).length === 0)
    say([...path, 'dnsConfig', 'nameservers'], '« dnsPolicy: None » demande au moins un serveur de noms.');
}

function checkPlacement(spec: Fields, path: Path, say: Say): void {
  for (const [index, toleration] of itemsOf(spec.tolerations))
    checkToleration(toleration, [...path, 'tolerations', index], say);
  for (const [index, constraint] of itemsOf(spec.topologySpreadConstraints)) {
    const at = [...path, 'topologySpreadConstraints', index];
    const { maxSkew, labelSelector } = constraint;
    if (typeof maxSkew === 'number' && maxSkew < 1) say([...at, 'maxSkew'], 'l’écart est d’au moins 1.');
    checkSelector(labelSelector, [...at, 'labelSelector'], say);
  }
  const { nodeAffinity, podAffinity, podAntiAffinity } = fieldsOf(spec.affinity);
  checkNodeAffinity(fieldsOf(nodeAffinity), [...path, 'affinity', 'nodeAffinity'], say);
  for (const [name, rules] of [
    ['podAffinity', podAffinity],
    ['podAntiAffinity', podAntiAffinity],
  ] as const) {
    const {
      requiredDuringSchedulingIgnoredDuringExecution: must,
      preferredDuringSchedulingIgnoredDuringExecution: may,
    } = fieldsOf(rules);
    const at = [...path, 'affinity', name];
    for (const [index, term] of itemsOf(must))
      checkTerm(term, [...at, 'requiredDuringSchedulingIgnoredDuringExecution', index], say);
    for (const [index, { weight, podAffinityTerm }] of itemsOf(may)) {
      const here = [...at, 'preferredDuringSchedulingIgnoredDuringExecution', index];
      checkWeight(weight, [...here, 'weight'], say);
      checkTerm(fieldsOf(podAffinityTerm), [...here, 'podAffinityTerm'], say);
    }
  }
}

function checkToleration({ key, operator, value, effect, tolerationSeconds }: Fields, path: Path, say: Say): void {
  if (!key && operator !== 'Exists') say([...path, 'operator'], 'sans « key », l’opérateur est « Exists ».', 'Exists');
  if (operator === 'Exists' && value)
    say([...path, 'value'], '« Exists » n’accepte pas de valeur.', 'retirez « value », ou écrivez « operator: Equal »');
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    say([...path, 'effect'], '« tolerationSeconds » demande l’effet « NoExecute ».', 'NoExecute');
}

function checkTerm(term: Fields, path: Path, say: Say): void {
  if (term.topologyKey === '') say([...path, 'topologyKey'], '« topologyKey » est vide.', 'kubernetes.io/hostname');
  checkSelector(term.labelSelector, [...path, 'labelSelector'], say);
}

function checkWeight(weight: unknown, path: Path, say: Say): void {
  if (typeof weight === 'number' && (weight < 1 || weight > 100)) say(path, 'un poids va de 1 à 100.');
}

function checkNodeAffinity(rules: Fields, path: Path, say: Say): void {
  const { requiredDuringSchedulingIgnoredDuringExecution: must, preferredDuringSchedulingIgnoredDuringExecution: may } =
    rules;
  if (isFields(must) && Array.isArray(must.nodeSelectorTerms) && must.nodeSelectorTerms.length === 0)
    say([...path, 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'], 'il faut au moins un terme.');
  const terms: [Path, Fields][] = [
    ...itemsOf(fieldsOf(must).nodeSelectorTerms).map(([index, term]): [Path, Fields] => [
      [...path, 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms', index],
      term,
    ]),
    ...itemsOf(may).map(([index, { preference }]): [Path, Fields] => [
      [...path, 'preferredDuringSchedulingIgnoredDuringExecution', index, 'preference'],
      fieldsOf(preference),
    ]),
  ];
  for (const [index, { weight }] of itemsOf(may))
    checkWeight(weight, [...path, 'preferredDuringSchedulingIgnoredDuringExecution', index, 'weight'], say);
  for (const [at, term] of terms) {
    for (const [index, { operator, values }] of itemsOf(term.matchExpressions)) {
      const count = Array.isArray(values) ? values.length : 0;
      const here = [...at, 'matchExpressions', index, 'values'];
      if ((operator === 'In' || operator === 'NotIn') && count === 0)
        say(here, `« ${operator} » demande au moins une valeur.`);
      if ((operator === 'Exists' || operator === 'DoesNotExist') && count > 0)
        say(here, `« ${operator} » n'accepte pas de valeur.`);
      if ((operator === 'Gt' || operator === 'Lt') && count !== 1)
        say(here, `« ${operator} » demande une seule valeur.`);
    }
  }
}

/** Checks when the containers of a Pod restart: controllers of services ask for `Always`, Jobs refuse it. */
export function checkRestart(kind: string, spec: Fields, path: Path, say: Say): void {
  const { restartPolicy: policy } = spec;
  const at = [...path, 'restartPolicy'];
  if (kind === 'Job' || kind === 'CronJob') {
    if (policy === undefined) say(at, 'un Job demande « restartPolicy ».', 'Never ou OnFailure');
    else if (policy === 'Always') say(at, 'un Job n’accepte pas « Always ».', 'Never ou OnFailure');
  } else if (
    kind !== 'Pod' &&
    kind !== 'PodTemplate' &&
    typeof policy === 'string' &&
    policy !== '' &&
    policy !== 'Always'
  ) {
    say(at, `un ${kind} n'accepte que « Always ».`, nearest(policy, ['Always']) ?? 'Always');
  }
  if (
    ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController'].includes(kind) &&
    spec.activeDeadlineSeconds !== undefined
  )
    say([...path, 'activeDeadlineSeconds'], `un ${kind} ne s'arrête pas : ce champ n'y est pas permis.`);
}
