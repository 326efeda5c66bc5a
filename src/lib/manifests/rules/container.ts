import { amountOf, isDnsLabel, isQuantity } from '../formats.ts';
import { nearest } from '../nearest.ts';
import { fieldsOf, isFields, itemsOf, textsOf, type Fields, type Path, type Say } from '../problem.ts';
import { checkImage } from './images.ts';
import { checkPort, checkPortName } from './ports.ts';
import { checkProbes } from './probes.ts';

const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];
const POD_FIELDS =
  /^(?:metadata\.(?:name|namespace|uid|labels|annotations)|metadata\.(?:labels|annotations)\['[^']+'\]|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?))$/;

/** Checks what a container says: image, ports, environment, mounts, resources, probes, rights. */
export function checkContainer(container: Fields, path: Path, volumes: ReadonlySet<string>, say: Say): void {
  const { name, image } = container;
  if (typeof name === 'string' && !isDnsLabel(name))
    say(
      [...path, 'name'],
      `« ${name} » n'est pas un nom de conteneur.`,
      'minuscules, chiffres et « - », 63 caractères au plus',
    );
  if (typeof image === 'string') checkImage(image, [...path, 'image'], say);
  else if (image === undefined || image === null) say([...path, 'image'], 'champ obligatoire manquant : « image ».');
  checkPorts(container.ports, [...path, 'ports'], say);
  checkEnvironment(container, path, say);
  checkMounts(container, path, volumes, say);
  checkResources(container.resources, [...path, 'resources'], say);
  checkProbes(container, path, say);
  checkRights(container.securityContext, [...path, 'securityContext'], say);
}

function checkPorts(ports: unknown, path: Path, say: Say): void {
  const names = new Set<string>();
  for (const [index, { containerPort, hostPort, name }] of itemsOf(ports)) {
    const at = [...path, index];
    checkPort(containerPort, [...at, 'containerPort'], say);
    if (hostPort !== 0) checkPort(hostPort, [...at, 'hostPort'], say);
    if (typeof name !== 'string' || name === '') continue;
    checkPortName(name, [...at, 'name'], say);
    if (names.has(name)) say([...at, 'name'], `deux ports se nomment « ${name} ».`);
    names.add(name);
  }
}

function checkEnvironment(container: Fields, path: Path, say: Say): void {
  for (const [index, { name, value, valueFrom }] of itemsOf(container.env)) {
    const at = [...path, 'env', index];
    if (typeof name === 'string' && (name === '' || /[=]|[^ -~]/.test(name)))
      say([...at, 'name'], `« ${name} » n'est pas un nom de variable.`, 'ni « = », ni accent');
    if (!isFields(valueFrom)) continue;
    if (typeof value === 'string' && value !== '') say([...at, 'valueFrom'], '« value » et « valueFrom » s’excluent.');
    checkOneOf(valueFrom, [...at, 'valueFrom'], say);
    const { fieldPath } = fieldsOf(valueFrom.fieldRef);
    if (typeof fieldPath === 'string' && !POD_FIELDS.test(fieldPath))
      say(
        [...at, 'valueFrom', 'fieldRef', 'fieldPath'],
        `« ${fieldPath} » n'est pas un champ que le Pod sait donner.`,
        nearest(fieldPath, [
          'metadata.name',
          'metadata.namespace',
          'metadata.uid',
          'spec.nodeName',
          'spec.serviceAccountName',
          'status.podIP',
          'status.podIPs',
          'status.hostIP',
        ]),
      );
  }
  for (const [index, source] of itemsOf(container.envFrom)) {
    checkOneOf({ ...source, prefix: undefined }, [...path, 'envFrom', index], say);
  }
}

/** Checks that exactly one of the fields of a union is set. */
export function checkOneOf(value: Fields, path: Path, say: Say): void {
  const set = Object.keys(value).filter((key) => value[key] !== null && value[key] !== undefined);
  if (set.length === 0) say(path, 'il faut l’un des champs possibles ; aucun n’est rempli.');
  else if (set.length > 1)
    say(path, `un seul champ est possible ici, pas ${set.map((key) => `« ${key} »`).join(' et ')}.`);
}

function checkMounts(container: Fields, path: Path, volumes: ReadonlySet<string>, say: Say): void {
  const places = new Set<unknown>();
  for (const [field, place] of [
    ['volumeMounts', 'mountPath'],
    ['volumeDevices', 'devicePath'],
  ] as const) {
    for (const [index, mount] of itemsOf(container[field])) {
      const at = [...path, field, index];
      const { name, subPath } = mount;
      const where = mount[place];
      if (typeof name === 'string' && !volumes.has(name))
        say(
          [...at, 'name'],
          `le volume « ${name} » n'est pas déclaré dans « volumes ».`,
          nearest(name, volumes) ??
            (volumes.size > 0 ? `les volumes : ${[...volumes].join(', ')}` : 'ajoutez-le à « volumes »'),
        );
      if (where === '') say([...at, place], `« ${place} » est vide.`);
      if (typeof where === 'string' && where.includes(':'))
        say([...at, place], '« : » n’est pas permis dans ce chemin.');
      if (places.has(where)) say([...at, place], `deux volumes sont montés en « ${String(where)} ».`);
      places.add(where);
      if (typeof subPath === 'string' && (subPath.startsWith('/') || subPath.split('/').includes('..')))
        say([...at, 'subPath'], '« subPath » est un chemin relatif, sans « .. ».');
    }
  }
}

/** Checks quantities, the names of resources, and that what is asked for is below what is allowed. */
function checkResources(resources: unknown, path: Path, say: Say): void {
  const { requests, limits } = fieldsOf(resources);
  for (const [field, amounts] of [
    ['requests', requests],
    ['limits', limits],
  ] as const) {
    for (const [name, amount] of Object.entries(fieldsOf(amounts))) {
      const at = [...path, field, name];
      const isKnown = STANDARD.includes(name) || name.startsWith('hugepages-') || name.includes('/');
      if (!isKnown)
        say(at, `« ${name} » n'est pas une ressource de conteneur.`, nearest(name, STANDARD) ?? STANDARD.join(', '));
      if (isQuantity(amount) && amountOf(amount) < 0) say(at, 'cette quantité est négative.');
    }
  }
  for (const [name, limit] of Object.entries(fieldsOf(limits))) {
    const request = fieldsOf(requests)[name] as string | number | undefined;
    if (request === undefined || !isQuantity(request) || !isQuantity(limit)) continue;
    if (amountOf(request) > amountOf(limit))
      say([...path, 'requests', name], `la demande (${String(request)}) dépasse la limite (${String(limit)}).`);
    else if (name.includes('/') && amountOf(request) !== amountOf(limit))
      say([...path, 'requests', name], `pour « ${name} », demande et limite sont égales.`);
  }
}

function checkRights(context: unknown, path: Path, say: Say): void {
  const { allowPrivilegeEscalation, privileged, capabilities } = fieldsOf(context);
  checkIds(context, path, say);
  if (allowPrivilegeEscalation !== false) return;
  if (privileged === true) say([...path, 'allowPrivilegeEscalation'], 'false contredit « privileged: true ».');
  if (textsOf(fieldsOf(capabilities).add).some((one) => /^(?:CAP_)?SYS_ADMIN$/.test(one)))
    say([...path, 'allowPrivilegeEscalation'], 'false contredit la capacité SYS_ADMIN.');
}

/** Checks the numbers of users and groups, and the profile of system calls. */
export function checkIds(context: unknown, path: Path, say: Say): void {
  const fields = fieldsOf(context);
  for (const name of ['runAsUser', 'runAsGroup', 'fsGroup']) {
    const id = fields[name];
    if (typeof id === 'number' && (id < 0 || id > 2 ** 31 - 1))
      say([...path, name], `${id} n'est pas un numéro d'utilisateur ou de groupe.`);
  }
  for (const profile of ['seccompProfile', 'appArmorProfile']) {
    const { type, localhostProfile } = fieldsOf(fields[profile]);
    if (type === 'Localhost' && !localhostProfile)
      say([...path, profile, 'localhostProfile'], 'le type Localhost demande « localhostProfile ».');
    if (typeof type === 'string' && !['RuntimeDefault', 'Unconfined', 'Localhost'].includes(type))
      say(
        [...path, profile, 'type'],
        `valeur inconnue : « ${type} ».`,
        nearest(type, ['RuntimeDefault', 'Unconfined', 'Localhost']) ?? 'RuntimeDefault, Unconfined ou Localhost',
      );
  }
}
