import { isDnsLabel, isQuantity, amountOf } from '../formats.ts';
import { fieldsOf, isFields, itemsOf, type Fields, type Path, type Say } from '../problem.ts';

/**
 * Checks the volumes of a Pod: names, one source each, paths and modes.
 * @returns their names
 */
export function checkVolumes(volumes: unknown, path: Path, say: Say): string[] {
  const names: string[] = [];
  for (const [index, volume] of itemsOf(volumes)) {
    const at = [...path, index];
    const { name, ...sources } = volume;
    if (typeof name === 'string') {
      if (!isDnsLabel(name))
        say([...at, 'name'], `« ${name} » n'est pas un nom de volume.`, 'minuscules, chiffres et « - »');
      if (names.includes(name)) say([...at, 'name'], `deux volumes se nomment « ${name} ».`);
      names.push(name);
    }
    const set = Object.keys(sources).filter((key) => sources[key] !== null && sources[key] !== undefined);
    if (set.length > 1) say(at, `un volume n'a qu'une source, pas ${set.map((key) => `« ${key} »`).join(' et ')}.`);
    checkSource(volume, at, say);
  }
  return names;
}

function checkSource(volume: Fields, path: Path, say: Say): void {
  for (const field of ['configMap', 'secret', 'downwardAPI', 'projected']) {
    const source = volume[field];
    if (!isFields(source)) continue;
    checkMode(source.defaultMode, [...path, field, 'defaultMode'], say);
    for (const [index, { mode, path: to }] of itemsOf(source.items)) {
      checkMode(mode, [...path, field, 'items', index, 'mode'], say);
      if (typeof to === 'string' && (to.startsWith('/') || to.split('/').includes('..')))
        say([...path, field, 'items', index, 'path'], '« path » est un chemin relatif, sans « .. ».');
    }
  }
  const required: [string, string][] = [
    ['configMap', 'name'],
    ['secret', 'secretName'],
  ];
  for (const [field, name] of required) {
    const source = volume[field];
    if (isFields(source) && !source[name]) say([...path, field, name], `champ obligatoire manquant : « ${name} ».`);
  }
  const { medium, sizeLimit } = fieldsOf(volume.emptyDir);
  if (typeof medium === 'string' && medium !== '' && medium !== 'Memory' && !medium.startsWith('HugePages'))
    say([...path, 'emptyDir', 'medium'], `valeur inconnue : « ${medium} ».`, 'Memory');
  if (isQuantity(sizeLimit) && amountOf(sizeLimit) < 0)
    say([...path, 'emptyDir', 'sizeLimit'], 'cette quantité est négative.');
  const claim = fieldsOf(fieldsOf(volume.ephemeral).volumeClaimTemplate).spec;
  if (isFields(claim)) checkClaim(claim, [...path, 'ephemeral', 'volumeClaimTemplate', 'spec'], say);
}

function checkMode(mode: unknown, path: Path, say: Say): void {
  if (typeof mode === 'number' && (mode < 0 || mode > 0o777))
    say(path, `${mode} n'est pas un mode de fichier.`, '0644, en octal, ou 420');
}

/** Checks what a PersistentVolumeClaim asks for. */
export function checkClaim(spec: Fields, path: Path, say: Say): void {
  const { accessModes } = spec;
  if (!Array.isArray(accessModes) || accessModes.length === 0)
    say([...path, 'accessModes'], 'il faut au moins un mode d’accès.', 'ReadWriteOnce');
  else if (accessModes.includes('ReadWriteOncePod') && accessModes.length > 1)
    say([...path, 'accessModes'], '« ReadWriteOncePod » ne va avec aucun autre mode.');
  const { storage } = fieldsOf(fieldsOf(spec.resources).requests);
  if (storage === undefined)
    say([...path, 'resources', 'requests', 'storage'], 'champ obligatoire manquant : « storage ».', '1Gi');
  else if (isQuantity(storage) && amountOf(storage) <= 0)
    say([...path, 'resources', 'requests', 'storage'], 'la taille est plus grande que zéro.');
}

const SOURCES =
  'awsElasticBlockStore azureDisk azureFile cephfs cinder csi fc flexVolume flocker gcePersistentDisk glusterfs hostPath iscsi local nfs photonPersistentDisk portworxVolume quobyte rbd scaleIO storageos vsphereVolume'.split(
    ' ',
  );

/** Checks what a PersistentVolume offers. */
export function checkPersistentVolume(spec: Fields, path: Path, say: Say): void {
  if (fieldsOf(spec.capacity).storage === undefined)
    say([...path, 'capacity', 'storage'], 'champ obligatoire manquant : « storage ».', '1Gi');
  if (!Array.isArray(spec.accessModes) || spec.accessModes.length === 0)
    say([...path, 'accessModes'], 'il faut au moins un mode d’accès.', 'ReadWriteOnce');
  const sources = SOURCES.filter((name) => spec[name] !== undefined && spec[name] !== null);
  if (sources.length !== 1)
    say(
      path,
      sources.length === 0
        ? 'il faut dire où est le volume.'
        : `un volume n'a qu'une source, pas ${sources.join(' et ')}.`,
      sources.length === 0 ? 'csi, nfs, local, hostPath…' : undefined,
    );
  if (isFields(spec.local) && !isFields(spec.nodeAffinity))
    say([...path, 'nodeAffinity'], 'un volume « local » demande « nodeAffinity ».');
}
