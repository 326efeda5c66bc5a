import { bodyOf } from './bodies.ts';
import type { Expectations } from './expectations.ts';
import { uidOf, type ApiObject } from './object.ts';
import { groupVersionOf, type Resource } from './resources.ts';

const NOW = '2026-01-01T00:00:00Z';

/**
 * An object that a cluster might well hold: enough of it for kubectl to go on. It is never shown as an output.
 * @param expected what the line takes for granted
 * @param labels those that a selector asked for
 */
export function plausible(
  resource: Resource,
  name: string,
  namespace: string | undefined,
  expected: Expectations,
  labels: Record<string, string> = {},
): ApiObject {
  const { kind, isNamespaced } = resource;
  const own = { ...labels, 'carnet.exemple/de': name.slice(0, 40).replace(/[^A-Za-z0-9]+$/, '') || 'x' };
  const metadata = {
    name,
    ...(isNamespaced && { namespace: namespace ?? 'default' }),
    uid: uidOf(name),
    resourceVersion: '1',
    generation: 1,
    creationTimestamp: NOW,
    labels: own,
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
        apiVersion: groupVersionOf(resource),
        kind,
        metadata: { name },
      }),
      ...(['Deployment', 'ReplicaSet'].includes(kind) && {
        'deployment.kubernetes.io/revision': String(Math.max(2, ...expected.revisions)),
      }),
    },
  };
  // A Pod has an owner: `drain` refuses to evict one that nothing would make again.
  if (kind === 'Pod')
    Object.assign(metadata, {
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'boutique', uid: uidOf('boutique'), controller: true },
      ],
    });
  return assume(
    { apiVersion: groupVersionOf(resource), kind, metadata, ...bodyOf(kind, name, own, expected) },
    expected,
  );
}

/** Gives an object the conditions and the fields that a line waits for. */
export function assume(object: ApiObject, { conditions, fields }: Expectations): ApiObject {
  if (conditions.length > 0)
    object.status = { ...object.status, conditions: conditions.map(([type, status]) => ({ type, status })) };
  for (const [path, value] of fields) setField(object, path.split('.'), value);
  return object;
}

function setField(target: Record<string, unknown>, path: readonly string[], value: string): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    // A number or a flag that is there already keeps its type.
    if (typeof target[key] !== 'object') target[key] = /^\d+$/.test(value) ? Number(value) : value;
    return;
  }
  const inner = (target[key] ??= {});
  if (typeof inner === 'object' && !Array.isArray(inner)) setField(inner as Record<string, unknown>, rest, value);
}
