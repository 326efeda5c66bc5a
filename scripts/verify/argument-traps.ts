import { nearest } from '../../src/lib/manifests/nearest.ts';
import { COUNTED, isCounted } from '../../src/lib/manifests/rules/policies.ts';
import { RESOURCES } from './api/resources.ts';
import { readCall, type ReadCall } from './call.ts';

/** Words that name several objects, and no object: `kubectl get pods services` looks for a Pod named « services ». */
const TYPES = new Set([...RESOURCES.map(({ plural }) => plural), 'svc', 'deploy', 'po', 'pvc', 'sts', 'hpa', 'netpol']);
const GROUPS = [...new Set(RESOURCES.map(({ group }) => group))].filter(Boolean);

/**
 * Finds the words that kubectl takes for something else than the author meant: a type for a name, a number for a name, an
 * empty value followed by the one that was meant, a group that no cluster has.
 * @param args the arguments of one run of kubectl, up to `--`
 */
export function findMisreadWord(args: readonly string[]): string | undefined {
  const call = readCall(args);
  return (
    call &&
    (findEmptyValue(args) ??
      findTypeAmongNames(call) ??
      findNumberAsName(call) ??
      findUnknownGroup(call) ??
      findMissingDashes(call) ??
      findUnknownQuota(call))
  );
}

/** `-n= dev` */
function findEmptyValue(args: readonly string[]): string | undefined {
  const index = args.findIndex((arg, at) => /^--?[a-z][a-z-]*=$/.test(arg) && /^[^-]/.test(args[at + 1] ?? ''));
  const [flag = '', value = ''] = args.slice(index, index + 2);
  return index < 0
    ? undefined
    : `« ${flag} » gives an empty value, and « ${value} » is read as a word of its own: write ${flag}${value}`;
}

function findTypeAmongNames({ path, words }: ReadCall): string | undefined {
  const [types = '', ...names] = words;
  // A Namespace or a Role is often named after what it holds.
  if (
    !/^(?:get|describe|delete)$/.test(path) ||
    types.includes('/') ||
    /^(?:ns|namespaces?|(?:cluster)?roles?)$/.test(types)
  )
    return undefined;
  const type = names.find((name) => TYPES.has(name));
  return type && `« ${type} » is read as the name of an object: several types are joined by a comma, ${types},${type}`;
}

/** `scale deployment web --replicas 3 4` */
function findNumberAsName({ path, words }: ReadCall): string | undefined {
  const number = path === 'scale' ? words.slice(1).find((word) => /^\d+$/.test(word)) : undefined;
  return number && `« ${number} » is read as the name of an object: the number is the value of --replicas`;
}

/** The groups of types that a cluster adds have a dot. */
function findUnknownGroup({ path, flags }: ReadCall): string | undefined {
  const group = path === 'api-resources' ? flags.get('api-group')?.at(-1) : undefined;
  if (!group || group.includes('.') || GROUPS.includes(group)) return undefined;
  const meant = nearest(group, GROUPS) ?? GROUPS.find((one) => one.startsWith(`${group}.`));
  return `--api-group: the API has no group « ${group} »${meant ? ` (did you mean ${meant}?)` : ''}`;
}

/** `exec pod web -- ls` runs in a Pod named « pod »; what `run` is given before `--` goes to the container. */
function findMissingDashes({ path, words, flags }: ReadCall): string | undefined {
  const [name = '', extra] = words;
  if (extra === undefined) return undefined;
  if (path === 'exec') return `kubectl exec takes one Pod, « ${name} » here, and does not read « ${extra} »`;
  if (path !== 'run' || flags.has('help')) return undefined;
  return `« ${extra} » is read as an argument of the container: put -- before its command, or the flag that it belongs to`;
}

/** Source: kubernetes.io/docs/concepts/policy/resource-quotas. */
function findUnknownQuota({ path, flags }: ReadCall): string | undefined {
  const names = path === 'create quota' ? (flags.get('hard') ?? []).flatMap((list) => list.split(',')) : [];
  const wrong = names.map((pair) => pair.split('=')[0] ?? '').find((name) => !isCounted(name));
  const meant = wrong && nearest(wrong, COUNTED);
  return wrong && `--hard: a quota counts no « ${wrong} »${meant ? ` (did you mean ${meant}?)` : ''}`;
}
