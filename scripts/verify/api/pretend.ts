import type { Expectations } from './expectations.ts';
import { fieldsOf, listOf, type Fields } from './fields.ts';
import { uidOf, type ApiObject } from './object.ts';
import { plausible } from './plausible.ts';
import type { Resource } from './resources.ts';
import { labelsOf } from './selectors.ts';

/**
 * The objects that a cluster might well list, bearing the labels that a selector asks for.
 * @param owner the workload whose revisions are asked for
 */
export function pretendList(
  resource: Resource,
  namespace: string | undefined,
  selector: string,
  expected: Expectations,
  owner: string,
): ApiObject[] {
  const labels = labelsOf(selector);
  if (resource.kind === 'ReplicaSet' || resource.kind === 'ControllerRevision')
    return revisions(resource, namespace, labels, expected, owner);
  const names =
    resource.kind === 'Pod' ? ['boutique', 'boutique-2'] : [resource.kind === 'Namespace' ? 'default' : 'boutique'];
  return names.map((one) => plausible(resource, one, namespace, expected, labels));
}

/** The revisions that a rollout can go back to: as many as the line names, two at least. */
function revisions(
  resource: Resource,
  namespace: string | undefined,
  labels: Record<string, string>,
  expected: Expectations,
  owner: string,
): ApiObject[] {
  const last = Math.max(2, ...expected.revisions);
  return Array.from({ length: last }, (_, index) => {
    const revision = index + 1;
    const object = plausible(resource, `boutique-${revision}`, namespace, expected, labels);
    object.metadata.ownerReferences = [
      { apiVersion: 'apps/v1', kind: 'Deployment', name: owner, uid: uidOf(owner), controller: true },
    ];
    object.metadata.annotations = { 'deployment.kubernetes.io/revision': String(revision) };
    if (resource.kind === 'ControllerRevision')
      Object.assign(object, {
        revision,
        data: { spec: { template: { spec: { containers: [{ name: 'nginx', image: `nginx:1.${revision}` }] } } } },
      });
    else setImage(object, `nginx:1.${revision}`);
    return object;
  });
}

function setImage(object: ApiObject, image: string): void {
  const { template } = object.spec as { template?: { spec: { containers: { image: string }[] } } };
  for (const container of template?.spec.containers ?? []) container.image = image;
}

/**
 * An object under the name that a reader fills in: it may be any of those that are known, and has the containers and the
 * ports of all.
 * @returns undefined when none is known
 */
export function anyOf(known: readonly ApiObject[], name: string, namespace: string | undefined): ApiObject | undefined {
  const first = known.find(({ status }) => status?.phase !== 'Succeeded') ?? known[0];
  if (!first) return undefined;
  const { template } = first.spec ?? {};
  const all = (read: (spec: Fields) => unknown, key: string): Fields[] => [
    ...new Map(known.flatMap(({ spec }) => listOf(read(fieldsOf(spec)))).map((one) => [one[key], one])).values(),
  ];
  const spec = {
    ...first.spec,
    ...(first.kind === 'Pod' && { containers: all(({ containers }) => containers, 'name') }),
    ...(first.kind === 'Service' && { ports: all(({ ports }) => ports, 'port') }),
    ...(template !== undefined && {
      template: {
        ...fieldsOf(template),
        spec: {
          ...fieldsOf(fieldsOf(template).spec),
          containers: all((one) => fieldsOf(fieldsOf(one.template).spec).containers, 'name'),
        },
      },
    }),
  };
  const metadata = { ...first.metadata, name, ...(namespace !== undefined && { namespace }) };
  return { ...first, metadata, ...(first.spec && { spec }) };
}
