import { ok, refusal, type Answer } from './answer.ts';
import { checkShape, isRecord, type Extent } from './check-shape.ts';
import { checkValues } from './check-values.ts';
import { endedStatuses, plausible, runningStatuses, type ApiObject } from './objects.ts';
import { checkJsonPatch, mergePatch } from './patch.ts';
import { notFound, scaleOf } from './reads.ts';
import type { ApiRequest } from './request.ts';
import { groupVersionOf } from './resources.ts';
import { schemaOf } from './schema.ts';
import type { Store } from './store.ts';

const NOW = '2026-01-01T00:00:00Z';
const SHORTEST_TOKEN_SECONDS = 600;

/** Answers a request that writes, after the checks that an API server makes. */
export function write(request: ApiRequest, store: Store): Answer {
  const { method, subresource, resource } = request;
  if (method === 'DELETE') return remove(request, store);
  if (/review/i.test(resource.kind)) return review(request);
  if (subresource === 'token') return token(request);
  // kubectl sends these in its binary form, which says no more than the path.
  if (request.body === undefined && request.contentType.includes('protobuf')) return echo(request, store);
  if (request.body === undefined) return refusal(400, 'BadRequest', 'error decoding patch: invalid JSON');
  if (subresource === 'eviction') {
    if (!request.isDryRun) store.remove(resource, request.namespace, request.name ?? '');
    return ok({ kind: 'Status', apiVersion: 'v1', status: 'Success' }, 201);
  }
  if (method === 'POST') return create(request, store);
  return change(request, store);
}

function remove(request: ApiRequest, store: Store): Answer {
  const { resource, namespace, name } = request;
  if (name === undefined) return ok({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' });
  const object = store.get(resource, namespace, name);
  if (!object) return notFound(request);
  const isDryRun = request.isDryRun || JSON.stringify(request.body ?? '').includes('"dryRun":["All"]');
  if (!isDryRun) store.remove(resource, namespace, name);
  return ok({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, kind: resource.plural, uid: object.metadata.uid },
  });
}

function echo({ resource, namespace, name }: ApiRequest, store: Store): Answer {
  return ok(
    store.get(resource, namespace, name ?? 'boutique') ??
      plausible(resource, name ?? 'boutique', namespace, store.expected),
    name ? 200 : 201,
  );
}

function review({ resource, body }: ApiRequest): Answer {
  const status: Record<string, unknown> =
    resource.kind === 'SelfSubjectRulesReview'
      ? { resourceRules: [], nonResourceRules: [], incomplete: false }
      : resource.kind === 'SelfSubjectReview'
        ? { userInfo: { username: 'alice' } }
        : { allowed: true };
  return ok({ apiVersion: groupVersionOf(resource), kind: resource.kind, ...(isRecord(body) && body), status }, 201);
}

function token({ body }: ApiRequest): Answer {
  const seconds = isRecord(body) && isRecord(body.spec) ? body.spec.expirationSeconds : undefined;
  if (typeof seconds === 'number' && seconds < SHORTEST_TOKEN_SECONDS) {
    return refusal(
      422,
      'Invalid',
      `TokenRequest.authentication.k8s.io "" is invalid: spec.expirationSeconds: Invalid value: ${seconds}: may not specify a duration less than 10 minutes`,
    );
  }
  return ok(
    {
      kind: 'TokenRequest',
      apiVersion: 'authentication.k8s.io/v1',
      spec: {},
      status: { token: 'x', expirationTimestamp: NOW },
    },
    201,
  );
}

/** What an API server refuses in what was sent, undefined when it takes it. */
function check(request: ApiRequest, sent: unknown, extent: Extent): Answer | undefined {
  const { resource } = request;
  const { kind, version } = resource;
  const schema = schemaOf(resource);
  const shape = schema ? checkShape(sent, schema, extent) : [];
  const required = shape.filter((text) => /: (?:Required|Unsupported) value/.test(text));
  const decoding = shape.filter((text) => !required.includes(text));
  if (decoding.length > 0) {
    const words = decoding.some((text) => text.startsWith('unknown field')) ? 'strict decoding error: ' : '';
    return refusal(
      400,
      'BadRequest',
      `${kind} in version "${version}" cannot be handled as a ${kind}: ${words}${decoding.join(', ')}`,
    );
  }
  // The rest of a part is checked once it is put into its object.
  return invalid(request, sent, extent === 'whole' ? [...required, ...checkValues(kind, sent)] : required);
}

function invalid({ resource, name = '' }: ApiRequest, sent: unknown, problems: readonly string[]): Answer | undefined {
  if (problems.length === 0) return undefined;
  const type = resource.group ? `${resource.kind}.${resource.group}` : resource.kind;
  const own =
    isRecord(sent) && isRecord(sent.metadata) && typeof sent.metadata.name === 'string' ? sent.metadata.name : name;
  return refusal(422, 'Invalid', `${type} "${own}" is invalid: ${problems.join(', ')}`);
}

function create(request: ApiRequest, store: Store): Answer {
  const { resource, namespace, body, isDryRun } = request;
  const bad = check(request, body, 'whole');
  if (bad) return bad;
  const sent = body as ApiObject;
  const generated = typeof sent.metadata.generateName === 'string' ? `${sent.metadata.generateName}x` : '';
  const name = sent.metadata.name || generated;
  if (!name)
    return refusal(
      422,
      'Invalid',
      `${resource.kind} "" is invalid: metadata.name: Required value: name or generateName is required`,
    );
  if (store.has(resource, namespace, name)) {
    return refusal(
      409,
      'AlreadyExists',
      `${resource.plural}${resource.group && '.'}${resource.group} "${name}" already exists`,
    );
  }
  const base = plausible(resource, name, namespace, store.expected);
  const made: ApiObject = {
    ...base,
    ...sent,
    status: statusOf(sent, base),
    metadata: { ...base.metadata, annotations: {}, labels: {}, ownerReferences: [], ...sent.metadata, name },
  };
  if (!isDryRun) store.put(resource, made);
  return ok(made, 201);
}

function statusOf(sent: ApiObject, base: ApiObject): Record<string, unknown> | undefined {
  const containers = sent.spec?.containers;
  return sent.kind === 'Pod' && Array.isArray(containers)
    ? { ...base.status, containerStatuses: runningStatuses(containers) }
    : base.status;
}

function change(request: ApiRequest, store: Store): Answer {
  const { resource, namespace, name = '', method, contentType, subresource, body, isDryRun } = request;
  const isApply = contentType.includes('apply-patch');
  const before =
    store.get(resource, namespace, name) ??
    (isApply ? plausible(resource, name, namespace, store.expected) : undefined);
  if (!before) return notFound(request);
  if (subresource === 'scale') return scale(request, store, before);
  if (contentType.includes('json-patch')) {
    const bad = checkJsonPatch(body, schemaOf(resource));
    return bad
      ? refusal(422, 'Invalid', `the server rejected our request due to an error in our request: ${bad}`)
      : ok(before);
  }
  const extent: Extent = method === 'PUT' || isApply ? 'whole' : 'part';
  const bad = check(
    request,
    { apiVersion: groupVersionOf(resource), kind: resource.kind, ...(body as object) },
    extent,
  );
  if (bad) return bad;
  const after = (
    method === 'PUT' ? { ...before, ...(body as ApiObject), status: before.status } : mergePatch(before, body)
  ) as ApiObject;
  after.metadata.resourceVersion = '2';
  const worse = invalid(request, after, checkValues(resource.kind, after));
  if (worse) return worse;
  if (subresource === 'ephemeralcontainers') startEphemeral(after);
  if (!isDryRun) store.put(resource, after);
  return ok(after);
}

function scale(request: ApiRequest, store: Store, before: ApiObject): Answer {
  const replicas = isRecord(request.body) && isRecord(request.body.spec) ? request.body.spec.replicas : undefined;
  const after = { ...before, spec: { ...before.spec, replicas } };
  if (!request.isDryRun) store.put(request.resource, after);
  return ok(scaleOf(after));
}

function startEphemeral(pod: ApiObject): void {
  const added = pod.spec?.ephemeralContainers;
  if (Array.isArray(added)) pod.status = { ...pod.status, ephemeralContainerStatuses: runningStatuses(added) };
}

/** The Pod that someone attached to has done its work: `kubectl run --rm -it` waits for that. */
export function endPod(request: ApiRequest, store: Store): void {
  const pod = store.get(request.resource, request.namespace, request.name ?? '');
  const containers = pod?.spec?.containers;
  if (!pod || !Array.isArray(containers) || !store.has(request.resource, request.namespace, request.name ?? '')) return;
  store.put(request.resource, {
    ...pod,
    status: { ...pod.status, phase: 'Succeeded', containerStatuses: endedStatuses(containers) },
  });
}
