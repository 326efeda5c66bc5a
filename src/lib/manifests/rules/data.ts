import { isBase64, isDataKey } from '../formats.ts';
import { fieldsOf, type Fields, type Path, type Say } from '../problem.ts';

/** The keys that each type of Secret must hold. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};
const LONGEST = 2 ** 20;

/** Checks the keys and the size of a ConfigMap. */
export function checkConfigMap({ data, binaryData }: Fields, path: Path, say: Say): void {
  checkKeys(data, [...path, 'data'], say);
  checkKeys(binaryData, [...path, 'binaryData'], say);
  for (const key of Object.keys(fieldsOf(binaryData))) {
    if (key in fieldsOf(data)) say([...path, 'binaryData', key], `« ${key} » est aussi dans « data ».`);
    checkBase64(fieldsOf(binaryData)[key], [...path, 'binaryData', key], say);
  }
}

/** Checks the keys of a Secret, its base64, and what its type needs. */
export function checkSecret(secret: Fields, path: Path, say: Say): void {
  const { data, stringData, type } = secret;
  checkKeys(data, [...path, 'data'], say);
  checkKeys(stringData, [...path, 'stringData'], say);
  for (const [key, value] of Object.entries(fieldsOf(data))) checkBase64(value, [...path, 'data', key], say);
  const keys = [...Object.keys(fieldsOf(data)), ...Object.keys(fieldsOf(stringData))];
  for (const key of NEEDED[String(type)] ?? [])
    if (!keys.includes(key)) say([...path, 'data'], `un Secret ${String(type)} demande la clé « ${key} ».`, key);
  if (type === 'kubernetes.io/basic-auth' && !keys.includes('username') && !keys.includes('password'))
    say([...path, 'data'], 'un Secret kubernetes.io/basic-auth demande « username » ou « password ».');
  const { annotations } = fieldsOf(secret.metadata);
  if (type === 'kubernetes.io/service-account-token' && !fieldsOf(annotations)['kubernetes.io/service-account.name'])
    say(
      [...path, 'metadata', 'annotations'],
      'ce type de Secret demande l’annotation « kubernetes.io/service-account.name ».',
    );
}

function checkKeys(data: unknown, path: Path, say: Say): void {
  let size = 0;
  for (const [key, value] of Object.entries(fieldsOf(data))) {
    if (!isDataKey(key))
      say([...path, key], `« ${key} » n'est pas une clé.`, 'lettres, chiffres, « - », « _ » et « . »');
    size += typeof value === 'string' ? value.length : 0;
  }
  if (size > LONGEST) say(path, 'ces données dépassent 1 Mio.');
}

function checkBase64(value: unknown, path: Path, say: Say): void {
  if (typeof value === 'string' && !isBase64(value))
    say(
      path,
      'cette valeur n’est pas en base64.',
      path.includes('data') ? 'mettez le texte dans « stringData », ou encodez-le' : undefined,
    );
}
