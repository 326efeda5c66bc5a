import { isCidr, isDnsLabel, isDnsName, isIp, isPort } from '../formats.ts';
import { fieldsOf, isFields, itemsOf, textsOf, type Fields, type Path, type Say } from '../problem.ts';
import { checkOneOf } from './container.ts';
import { checkLabels, checkSelector } from './meta.ts';
import { checkPort, checkPortName } from './ports.ts';

/** Checks a Service: its ports, and that its fields go with its type. */
export function checkService(spec: Fields, path: Path, say: Say): void {
  const { type = 'ClusterIP', clusterIP, externalName, selector, ports } = spec;
  const isHeadless = clusterIP === 'None';
  checkLabels(selector, [...path, 'selector'], say);
  if (type === 'ExternalName') {
    if (typeof externalName !== 'string' || externalName === '')
      say([...path, 'externalName'], 'le type ExternalName demande « externalName ».', 'base.example');
    else if (!isDnsName(externalName.replace(/\.$/, '')))
      say([...path, 'externalName'], `« ${externalName} » n'est pas un nom de DNS.`);
    if (isHeadless) say([...path, 'clusterIP'], 'un Service ExternalName n’a pas d’adresse.', 'retirez « clusterIP »');
  } else if (!isHeadless && (!Array.isArray(ports) || ports.length === 0))
    say([...path, 'ports'], 'il faut au moins un port.');
  if (isHeadless && (type === 'NodePort' || type === 'LoadBalancer'))
    say([...path, 'clusterIP'], `« None » ne va pas avec le type ${type}.`, 'ClusterIP');
  if (typeof clusterIP === 'string' && clusterIP !== '' && !isHeadless && !isIp(clusterIP))
    say([...path, 'clusterIP'], `« ${clusterIP} » n'est pas une adresse IP.`, 'None');
  const isOutside = type === 'NodePort' || type === 'LoadBalancer';
  if (spec.externalTrafficPolicy && !isOutside && textsOf(spec.externalIPs).length === 0)
    say(
      [...path, 'externalTrafficPolicy'],
      `« externalTrafficPolicy » ne va pas avec le type ${String(type)}.`,
      'NodePort ou LoadBalancer',
    );
  for (const name of ['loadBalancerClass', 'allocateLoadBalancerNodePorts'])
    if (spec[name] !== undefined && type !== 'LoadBalancer')
      say([...path, name], `« ${name} » demande le type LoadBalancer.`, 'LoadBalancer');
  for (const [index, range] of textsOf(spec.loadBalancerSourceRanges).entries())
    if (!isCidr(range.trim()))
      say([...path, 'loadBalancerSourceRanges', index], `« ${range} » n'est pas un réseau.`, '10.0.0.0/8');
  for (const [index, address] of textsOf(spec.externalIPs).entries())
    if (!isIp(address)) say([...path, 'externalIPs', index], `« ${address} » n'est pas une adresse IP.`);
  if (isFields(spec.sessionAffinityConfig) && spec.sessionAffinity !== 'ClientIP')
    say(
      [...path, 'sessionAffinityConfig'],
      '« sessionAffinityConfig » demande « sessionAffinity: ClientIP ».',
      'ClientIP',
    );
  checkServicePorts(ports, String(type), [...path, 'ports'], say);
}

function checkServicePorts(ports: unknown, type: string, path: Path, say: Say): void {
  const all = itemsOf(ports);
  const seen = new Set<string>();
  for (const [index, { name, port, targetPort, nodePort, protocol = 'TCP' }] of all) {
    const at = [...path, index];
    if (all.length > 1 && !name) say([...at, 'name'], 'avec plusieurs ports, chacun a un nom.');
    if (typeof name === 'string' && name !== '' && !isDnsLabel(name))
      say([...at, 'name'], `« ${name} » n'est pas un nom de port.`);
    checkPort(port, [...at, 'port'], say);
    checkPort(targetPort, [...at, 'targetPort'], say);
    if (typeof targetPort === 'string') checkPortName(targetPort, [...at, 'targetPort'], say);
    if (typeof nodePort === 'number' && nodePort !== 0) {
      if (nodePort < 30000 || nodePort > 32767)
        say([...at, 'nodePort'], `${nodePort} est hors de la plage des nœuds.`, 'un nombre de 30000 à 32767');
      if (type === 'ClusterIP' || type === 'ExternalName')
        say([...at, 'nodePort'], `« nodePort » ne va pas avec le type ${type}.`, 'NodePort');
    }
    for (const key of [
      typeof name === 'string' && name !== '' && `le nom « ${name} »`,
      `le port ${String(port)} (${String(protocol)})`,
    ]) {
      if (key === false) continue;
      if (seen.has(key)) say(at, `${key} est pris deux fois.`);
      seen.add(key);
    }
  }
}

/** Checks an Ingress: its hosts, its paths, and where they lead. */
export function checkIngress(spec: Fields, path: Path, say: Say): void {
  if (!isFields(spec.defaultBackend) && itemsOf(spec.rules).length === 0)
    say(path, 'il faut « rules » ou « defaultBackend ».');
  if (isFields(spec.defaultBackend)) checkBackend(spec.defaultBackend, [...path, 'defaultBackend'], say);
  for (const [index, { host, http }] of itemsOf(spec.rules)) {
    const at = [...path, 'rules', index];
    if (typeof host === 'string' && host !== '') checkHost(host, [...at, 'host'], say);
    const { paths } = fieldsOf(http);
    if (Array.isArray(paths) && paths.length === 0) say([...at, 'http', 'paths'], 'il faut au moins un chemin.');
    for (const [rank, { path: url, pathType, backend }] of itemsOf(paths)) {
      const here = [...at, 'http', 'paths', rank];
      const mustStart = pathType === 'Exact' || pathType === 'Prefix';
      if (mustStart && (typeof url !== 'string' || !url.startsWith('/')))
        say([...here, 'path'], `avec « ${pathType} », le chemin commence par « / ».`, '/');
      else if (mustStart && /\/\/|\/\.\.?(?:\/|$)/.test(String(url)))
        say([...here, 'path'], `« ${String(url)} » n'est pas un chemin valable.`);
      if (isFields(backend)) checkBackend(backend, [...here, 'backend'], say);
    }
  }
  for (const [index, { hosts }] of itemsOf(spec.tls))
    for (const [rank, host] of textsOf(hosts).entries()) checkHost(host, [...path, 'tls', index, 'hosts', rank], say);
}

function checkHost(host: string, path: Path, say: Say): void {
  if (isIp(host)) say(path, 'un hôte est un nom de DNS, pas une adresse IP.');
  else if (!isDnsName(host.replace(/^\*\./, '')))
    say(
      path,
      `« ${host} » n'est pas un nom de DNS.`,
      /^https?:|[/:]/.test(host) ? 'le nom seul, sans protocole, port ni chemin' : undefined,
    );
}

function checkBackend(backend: Fields, path: Path, say: Say): void {
  const set = ['service', 'resource'].filter((name) => backend[name] !== undefined && backend[name] !== null);
  if (set.length !== 1)
    say(path, set.length === 0 ? 'il faut « service » ou « resource ».' : '« service » et « resource » s’excluent.');
  const { service } = backend;
  if (!isFields(service)) return;
  const { name, number } = fieldsOf(service.port);
  const at = [...path, 'service', 'port'];
  if (!name && number === undefined) say(at, 'champ obligatoire manquant : « port ».', 'port: { number: 80 }');
  else if (name && number !== undefined) say(at, '« name » et « number » s’excluent.');
  checkPort(number, [...at, 'number'], say);
  if (typeof name === 'string') checkPortName(name, [...at, 'name'], say);
}

/** Checks a NetworkPolicy: selectors, networks and ports. */
export function checkNetworkPolicy(spec: Fields, path: Path, say: Say): void {
  checkSelector(spec.podSelector, [...path, 'podSelector'], say);
  for (const [field, peers] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const [index, rule] of itemsOf(spec[field])) {
      const at = [...path, field, index];
      for (const [rank, peer] of itemsOf(rule[peers])) checkPeer(peer, [...at, peers, rank], say);
      for (const [rank, { port, endPort }] of itemsOf(rule.ports)) {
        const here = [...at, 'ports', rank];
        checkPort(port, [...here, 'port'], say);
        if (typeof port === 'string') checkPortName(port, [...here, 'port'], say);
        if (typeof endPort !== 'number') continue;
        if (typeof port !== 'number' || endPort < port || !isPort(endPort))
          say([...here, 'endPort'], '« endPort » est un nombre au moins égal à « port ».');
      }
    }
  }
}

function checkPeer(peer: Fields, path: Path, say: Say): void {
  const { ipBlock, podSelector, namespaceSelector } = peer;
  if (isFields(ipBlock)) {
    const { cidr, except } = ipBlock;
    if (podSelector !== undefined || namespaceSelector !== undefined) say(path, '« ipBlock » exclut les sélecteurs.');
    if (typeof cidr === 'string' && !isCidr(cidr))
      say([...path, 'ipBlock', 'cidr'], `« ${cidr} » n'est pas un réseau.`, '10.0.0.0/8');
    for (const [index, range] of textsOf(except).entries())
      if (!isCidr(range))
        say([...path, 'ipBlock', 'except', index], `« ${range} » n'est pas un réseau.`, '10.1.0.0/16');
  } else if (podSelector === undefined && namespaceSelector === undefined) checkOneOf(peer, path, say);
  checkSelector(podSelector, [...path, 'podSelector'], say);
  checkSelector(namespaceSelector, [...path, 'namespaceSelector'], say);
}
