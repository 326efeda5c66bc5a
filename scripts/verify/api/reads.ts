import { ok, refusal, type Answer } from './answer.ts';
import { isName } from './names.ts';
import type { ApiObject } from './object.ts';
import type { ApiRequest } from './request.ts';
import { groupVersionOf } from './resources.ts';
import { checkFieldSelector, checkLabelSelector } from './selectors.ts';
import type { Store } from './store.ts';

/** Types that the API server itself warns about. */
const WARNINGS: Readonly<Record<string, string>> = {
  'v1/componentstatuses': 'v1 ComponentStatus is deprecated in v1.19+',
  'v1/endpoints': 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
};

/** The server's warning about a type, undefined when it has none. */
export const warningOf = ({ resource }: ApiRequest): string | undefined =>
  WARNINGS[`${groupVersionOf(resource)}/${resource.plural}`];

/** What is wrong in the selectors of a request, as the server says it; undefined when they are right. */
export function checkSelectors({ url, resource }: ApiRequest): Answer | undefined {
  const labels = checkLabelSelector(url.searchParams.get('labelSelector') ?? '');
  if (labels) return refusal(400, 'BadRequest', labels);
  const selector = url.searchParams.get('fieldSelector');
  const fields = selector ? checkFieldSelector(selector, resource) : undefined;
  return fields ? refusal(400, 'BadRequest', fields) : undefined;
}

/** The objects that a list or a watch asks for. */
function select({ url, resource, namespace }: ApiRequest, store: Store): ApiObject[] {
  const name = /(?:^|,)metadata\.name==?([^,]+)/.exec(url.searchParams.get('fieldSelector') ?? '')?.[1];
  return store.list(resource, namespace, url.searchParams.get('labelSelector') ?? '', name);
}

/** Answers a list: as a table when kubectl asks for one. */
export function list(request: ApiRequest, store: Store, accept: string): Answer {
  const items = select(request, store);
  if (accept.includes('as=Table')) return ok(tableOf(items));
  const { resource } = request;
  return ok({
    kind: `${resource.kind}List`,
    apiVersion: groupVersionOf(resource),
    metadata: { resourceVersion: '1' },
    items,
  });
}

/** Answers one object, or that there is none of that name. */
export function get(request: ApiRequest, store: Store, accept: string): Answer {
  const { resource, namespace, name = '', subresource, command } = request;
  // « apply » and « diff » meet a cluster that does not have the object yet, so that it is checked as a whole.
  const isNew = /^kubectl (?:apply|diff)$/.test(command) && !store.has(resource, namespace, name);
  const object = isNew || !isName(resource.kind, name) ? undefined : store.get(resource, namespace, name);
  if (!object) return notFound(request);
  if (subresource === 'log') return { code: 200, body: 'une ligne de journal\n', contentType: 'text/plain' };
  if (subresource === 'scale') return ok(scaleOf(object));
  return ok(accept.includes('as=Table') ? tableOf([object]) : object);
}

/** « Not found », in the API's words. */
export function notFound({ resource, name = '' }: ApiRequest): Answer {
  const type = resource.group ? `${resource.plural}.${resource.group}` : resource.plural;
  return refusal(404, 'NotFound', `${type} "${name}" not found`, {
    name,
    group: resource.group,
    kind: resource.plural,
  });
}

/** The `scale` of a workload. */
export function scaleOf({ metadata, spec }: ApiObject): Record<string, unknown> {
  const { name, namespace } = metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, resourceVersion: '1' },
    spec: { replicas: spec?.replicas },
    // The pretend controllers are quick: `scale --timeout` waits for nothing.
    status: { replicas: spec?.replicas, selector: 'app=x' },
  };
}

/** The table of some objects, with the columns that every type has. */
function tableOf(items: readonly ApiObject[]): Record<string, unknown> {
  const columns = [
    { name: 'Name', type: 'string', format: 'name', description: '', priority: 0 },
    { name: 'Age', type: 'string', format: '', description: '', priority: 0 },
  ];
  const rows = items.map((object) => ({ cells: [object.metadata.name, '1d'], object }));
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: { resourceVersion: '1' },
    columnDefinitions: columns,
    rows,
  };
}

/** The events of a watch: what is there, what is gone, and that this was all. */
export function watchEvents(request: ApiRequest, store: Store, accept: string): unknown[] {
  const { resource, namespace, url } = request;
  const name = /(?:^|,)metadata\.name==?([^,]+)/.exec(url.searchParams.get('fieldSelector') ?? '')?.[1];
  const items = select(request, store);
  const shape = (object: ApiObject): unknown => (accept.includes('as=Table') ? tableOf([object]) : object);
  const events: unknown[] = items.map((object) => ({
    type: store.expected.isLeaving ? 'DELETED' : 'ADDED',
    object: shape(object),
  }));
  if (name && store.isGone(resource, namespace, name)) {
    events.push({
      type: 'DELETED',
      object: {
        apiVersion: groupVersionOf(resource),
        kind: resource.kind,
        metadata: { name, namespace, resourceVersion: '2' },
      },
    });
  }
  if (url.searchParams.get('sendInitialEvents') === 'true') {
    const metadata = { resourceVersion: '1', annotations: { 'k8s.io/initial-events-end': 'true' } };
    events.push({ type: 'BOOKMARK', object: { apiVersion: groupVersionOf(resource), kind: resource.kind, metadata } });
  }
  return events;
}
