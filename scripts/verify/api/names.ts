import { isDnsLabel, isDnsName } from '../../../src/lib/manifests/formats.ts';

/** RBAC objects are named like paths. */
const ROLE_KINDS = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];

/** Whether a text can name a Service: a DNS label that begins with a letter, which API servers ask for before 1.36. */
export const isServiceName = (name: string): boolean => isDnsLabel(name) && /^[a-z]/.test(name);

/** Whether a text can name an object of a kind: `isName('Namespace', 'dev')`. */
export function isName(kind: string, name: string): boolean {
  if (ROLE_KINDS.includes(kind)) return name !== '.' && name !== '..' && !/[/%]/.test(name);
  if (kind === 'Namespace') return isDnsLabel(name);
  return kind === 'Service' ? isServiceName(name) : isDnsName(name);
}
