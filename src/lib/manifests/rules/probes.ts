import { nearest } from '../nearest.ts';
import { fieldsOf, isFields, itemsOf, type Fields, type Path, type Say } from '../problem.ts';
import { checkPort, checkPortName } from './ports.ts';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'];

/** Checks the probes and the lifecycle hooks of a container: one way to ask, a port that exists, delays that make sense. */
export function checkProbes(container: Fields, path: Path, say: Say): void {
  const ports = itemsOf(container.ports).map(([, port]) => port);
  for (const field of PROBES) {
    const probe = container[field];
    if (!isFields(probe)) continue;
    const at = [...path, field];
    checkHandler(probe, at, ports, say);
    for (const delay of [
      'initialDelaySeconds',
      'periodSeconds',
      'timeoutSeconds',
      'successThreshold',
      'failureThreshold',
    ]) {
      const value = probe[delay];
      if (typeof value === 'number' && value < 0) say([...at, delay], `${value} est négatif.`);
    }
    const { successThreshold, terminationGracePeriodSeconds } = probe;
    if (field !== 'readinessProbe' && typeof successThreshold === 'number' && successThreshold > 1)
      say([...at, 'successThreshold'], `une ${field} réussit du premier coup.`, '1');
    if (field === 'readinessProbe' && terminationGracePeriodSeconds !== undefined)
      say([...at, 'terminationGracePeriodSeconds'], 'une readinessProbe n’arrête rien : ce champ n’y est pas permis.');
  }
  for (const hook of ['postStart', 'preStop']) {
    const handler = fieldsOf(container.lifecycle)[hook];
    if (isFields(handler)) checkHandler(handler, [...path, 'lifecycle', hook], ports, say);
  }
}

function checkHandler(handler: Fields, path: Path, ports: readonly Fields[], say: Say): void {
  const set = HANDLERS.filter((name) => handler[name] !== undefined && handler[name] !== null);
  if (set.length !== 1)
    say(
      path,
      set.length === 0
        ? 'il faut « exec », « httpGet », « tcpSocket » ou « grpc ».'
        : `un seul moyen est possible, pas ${set.join(' et ')}.`,
    );
  const command = fieldsOf(handler.exec).command;
  if (isFields(handler.exec) && (!Array.isArray(command) || command.length === 0))
    say([...path, 'exec', 'command'], 'champ obligatoire manquant : « command ».');
  for (const name of ['httpGet', 'tcpSocket', 'grpc']) {
    const { port } = fieldsOf(handler[name]);
    const at = [...path, name, 'port'];
    checkPort(port, at, say);
    const names = ports.map(({ name: own }) => own).filter((own) => typeof own === 'string');
    if (typeof port === 'string' && !names.includes(port)) {
      checkPortName(port, at, say);
      say(
        at,
        `aucun port du conteneur ne se nomme « ${port} ».`,
        nearest(port, names) ?? (names.join(', ') || 'nommez-le dans « ports »'),
      );
    } else if (
      typeof port === 'number' &&
      ports.length > 0 &&
      !ports.some(({ containerPort }) => containerPort === port)
    ) {
      const known = ports.map(({ containerPort }) => String(containerPort)).join(', ');
      say(at, `le conteneur ne déclare pas le port ${port}.`, known);
    }
  }
}
