import { ok, refusal, type Answer } from './answer.ts';
import { check, checkNamespace, findLostContainer, invalid } from './admission.ts';
import { isRecord, type Extent } from './check-shape.ts';
import { checkValues } from './check-values.ts';
import type { ApiObject } from './object.ts';
import { settle } from './defaults.ts';
import { checkImmutable } from './immutable.ts';
import { applyJsonPatch, type JsonPatch } from './json-patch.ts';
import { checkJsonPatch, mergePatch } from './patch.ts';
import { assume, plausible } from './plausible.ts';
import { notFound, scaleOf } from './reads.ts';
import type { ApiRequest } from './request.ts';
import { groupVersionOf } from './resources.ts';
import { review, token } from './reviews.ts';
import { schemaOf } from './schema.ts';
import { endedStatuses, runningStatuses } from './statuses.ts';
import type { Store } from './store.ts';

/** The namespaces that an API server never deletes. Source: kubernetes/kubernetes, the NamespaceLifecycle admission. */
const PROTECTED = ['default', 'kube-system', 'kube-public'];

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
  if (resource.kind === 'Namespace' && PROTECTED.includes(name))
    return refusal(403, 'Forbidden', `namespaces "${name}" is forbidden: this namespace may not be deleted`);
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

function create(request: ApiRequest, store: Store): Answer {
  const { resource, namespace, body, isDryRun } = request;
  const bad = check(request, body, 'whole') ?? checkNamespace(request, store);
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
  if (!store.mayRepeat && store.has(resource, namespace, name)) {
    return refusal(
      409,
      'AlreadyExists',
      `${resource.plural}${resource.group && '.'}${resource.group} "${name}" already exists`,
    );
  }
  const base = plausible(resource, name, namespace, store.expected);
  const metadata = { ...base.metadata, annotations: {}, labels: {}, ownerReferences: [], ...sent.metadata, name };
  const made = settled({ ...base, ...sent, metadata }, store);
  if (!isDryRun) store.put(resource, made);
  return ok(made, 201);
}

/** The object once the controllers have done what it asks for, and what the line takes for granted where all is made up. */
function settled(object: ApiObject, store: Store): ApiObject {
  const after = settle(object, object.status);
  return store.isClosed(object.kind, object.metadata.namespace) ? after : assume(after, store.expected);
}

function change(request: ApiRequest, store: Store): Answer {
  const { resource, namespace, name = '', method, contentType, subresource, body } = request;
  const isApply = contentType.includes('apply-patch');
  const before = store.get(resource, namespace, name);
  if (!before) return isApply ? create(request, store) : notFound(request);
  if (subresource === 'scale') return scale(request, store, before);
  const fixed = invalid(request, before, checkImmutable(request));
  if (fixed) return fixed;
  if (contentType.includes('json-patch')) {
    const bad = checkJsonPatch(body, schemaOf(resource));
    const patched = bad ?? applyJsonPatch(before, body as JsonPatch);
    // What is made up lacks most of the fields that a patch may name.
    if (typeof patched === 'string' && (bad !== undefined || store.isClosed(resource.kind, namespace)))
      return refusal(422, 'Invalid', `the server rejected our request due to an error in our request: ${patched}`);
    if (typeof patched === 'string') return ok(before);
    return keep(request, settled(patched as ApiObject, store), store);
  }
  const extent: Extent = method === 'PUT' || isApply ? 'whole' : 'part';
  const bad = check(
    request,
    { apiVersion: groupVersionOf(resource), kind: resource.kind, ...(body as object) },
    extent,
  );
  if (bad) return bad;
  const lost = store.isClosed(resource.kind, namespace) ? findLostContainer(request, before) : undefined;
  if (lost) return invalid(request, before, [lost]) ?? ok(before);
  const after = (
    method === 'PUT' ? { ...before, ...(body as ApiObject), status: before.status } : mergePatch(before, body)
  ) as ApiObject;
  after.metadata.resourceVersion = '2';
  const worse = invalid(request, after, checkValues(resource.kind, after));
  if (worse) return worse;
  if (subresource === 'ephemeralcontainers') startEphemeral(after);
  return keep(request, settled(after, store), store);
}

function keep({ resource, isDryRun }: ApiRequest, object: ApiObject, store: Store): Answer {
  if (!isDryRun) store.put(resource, object);
  return ok(object);
}

function scale(request: ApiRequest, store: Store, before: ApiObject): Answer {
  const replicas = isRecord(request.body) && isRecord(request.body.spec) ? request.body.spec.replicas : undefined;
  const after = settled({ ...before, spec: { ...before.spec, replicas } }, store);
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
  // A container that was added to look at the others ends without them.
  if (
    !pod ||
    pod.spec?.ephemeralContainers ||
    !Array.isArray(containers) ||
    !store.has(request.resource, request.namespace, request.name ?? '')
  )
    return;
  store.put(request.resource, {
    ...pod,
    status: { ...pod.status, phase: 'Succeeded', containerStatuses: endedStatuses(containers) },
  });
}
