import { isDnsLabel, isDnsName, isLabelKey, isLabelValue } from '../formats.ts';
import { fieldsOf, isFields, type Fields, type Path, type Say } from '../problem.ts';

/** RBAC objects are named like paths: `system:node-reader`. */
const PATH_NAMES = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];
/** Objects whose name becomes a name of DNS of its own, or of their Pods. */
const LABEL_NAMES = ['Namespace', 'Service'];
/** How long a name may be when the names of Pods or Jobs are made from it. */
const LONGEST: Readonly<Record<string, number>> = { CronJob: 52, Job: 63 };
/** What is asked of the server rather than kept by it. */
const NAMELESS = /(?:Review|List)$|^(?:TokenRequest|Binding|Eviction|Status|Scale|DeleteOptions)$/;
/** What lives in no Namespace. Source: `kubectl api-resources --namespaced=false`. */
const CLUSTER_KINDS =
  'APIService CSIDriver CSINode CertificateSigningRequest ClusterRole ClusterRoleBinding CustomResourceDefinition DeviceClass FlowSchema IngressClass MutatingWebhookConfiguration Namespace Node PersistentVolume PriorityClass PriorityLevelConfiguration RuntimeClass StorageClass ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration VolumeAttachment VolumeAttributesClass'.split(
    ' ',
  );
const SHAPE = 'minuscules, chiffres et « - », une lettre ou un chiffre aux deux bouts';

/** Checks the name, the namespace, the labels and the annotations of an object. */
export function checkMeta(kind: string, object: Fields, path: Path, say: Say): void {
  const meta = fieldsOf(object.metadata);
  const at = [...path, 'metadata'];
  const { name, namespace, generateName } = meta;
  if (!NAMELESS.test(kind) && (name === undefined || name === null || name === '') && !generateName)
    say([...at, 'name'], 'champ obligatoire manquant : « name ».', `donnez un nom à ce ${kind}`);
  if (typeof name === 'string' && name !== '') checkName(kind, name, [...at, 'name'], say);
  if (typeof namespace === 'string' && namespace !== '' && !isDnsLabel(namespace))
    say([...at, 'namespace'], `« ${namespace} » n'est pas un nom de Namespace.`, toLabel(namespace) ?? SHAPE);
  if (typeof namespace === 'string' && CLUSTER_KINDS.includes(kind))
    say([...at, 'namespace'], `${kind} vaut pour tout le cluster, et ne vit dans aucun Namespace.`, 'retirez ce champ');
  checkLabels(meta.labels, [...at, 'labels'], say);
  for (const key of Object.keys(fieldsOf(meta.annotations)))
    if (!isLabelKey(key.toLowerCase())) say([...at, 'annotations', key], `« ${key} » n'est pas une clé d'annotation.`);
}

function checkName(kind: string, name: string, path: Path, say: Say): void {
  const longest = LONGEST[kind] ?? (LABEL_NAMES.includes(kind) ? 63 : 253);
  if (name.length > longest) say(path, `ce nom a ${name.length} caractères ; ${kind} en accepte ${longest}.`);
  else if (PATH_NAMES.includes(kind)) {
    if (/[/%]/.test(name)) say(path, `« ${name} » n'est pas un nom de ${kind}.`, 'ni « / » ni « % »');
  } else if (LABEL_NAMES.includes(kind) ? !isDnsLabel(name) : !isDnsName(name)) {
    say(path, `« ${name} » n'est pas un nom de ${kind}.`, toLabel(name) ?? SHAPE);
  }
}

/** Checks labels, or the equalities of a selector: the keys and the values. */
export function checkLabels(labels: unknown, path: Path, say: Say): void {
  for (const [key, value] of Object.entries(fieldsOf(labels))) {
    if (!isLabelKey(key))
      say([...path, key], `« ${key} » n'est pas une clé de label.`, 'prefixe.example/nom, 63 caractères après « / »');
    if (typeof value === 'string' && !isLabelValue(value))
      say(
        [...path, key],
        `« ${value} » n'est pas une valeur de label.`,
        '63 caractères au plus : lettres, chiffres, « - », « _ » et « . »',
      );
  }
}

/** Checks a selector with `matchLabels` and `matchExpressions`. */
export function checkSelector(selector: unknown, path: Path, say: Say): void {
  if (!isFields(selector)) return;
  checkLabels(selector.matchLabels, [...path, 'matchLabels'], say);
  const expressions = Array.isArray(selector.matchExpressions) ? selector.matchExpressions : [];
  for (const [index, expression] of expressions.entries()) {
    if (!isFields(expression)) continue;
    const { operator, values, key } = expression;
    const at = [...path, 'matchExpressions', index];
    const count = Array.isArray(values) ? values.length : 0;
    if (typeof key === 'string' && !isLabelKey(key)) say([...at, 'key'], `« ${key} » n'est pas une clé de label.`);
    if (typeof operator !== 'string') continue;
    if (!['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator))
      say([...at, 'operator'], `opérateur inconnu : « ${operator} ».`, 'In, NotIn, Exists ou DoesNotExist');
    else if (operator.endsWith('In') && count === 0)
      say([...at, 'values'], `« ${operator} » demande au moins une valeur.`);
    else if (operator.includes('Exist') && count > 0)
      say([...at, 'values'], `« ${operator} » n'accepte pas de valeur.`);
  }
}

/** Whether labels satisfy a selector of this shape. */
export function isSelected(labels: Fields, selector: Fields): boolean {
  const expressions = Array.isArray(selector.matchExpressions) ? (selector.matchExpressions as unknown[]) : [];
  return (
    Object.entries(fieldsOf(selector.matchLabels)).every(([key, value]) => labels[key] === value) &&
    expressions.every((expression) => {
      const { key, operator, values } = fieldsOf(expression);
      const own = labels[String(key)];
      const isListed = Array.isArray(values) && values.includes(own);
      if (operator === 'In') return isListed;
      if (operator === 'NotIn') return !isListed;
      if (operator === 'Exists') return own !== undefined;
      return operator !== 'DoesNotExist' || own === undefined;
    })
  );
}

/** The nearest name that is allowed: `mon-app` for `Mon_App`. */
function toLabel(name: string): string | undefined {
  const near = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return near !== '' && near !== name ? near : undefined;
}
