import { ok, refusal, type Answer } from './answer.ts';
import { isRecord } from './check-shape.ts';
import type { ApiRequest } from './request.ts';
import { groupVersionOf } from './resources.ts';

const NOW = '2026-01-01T00:00:00Z';
const SHORTEST_TOKEN_SECONDS = 600;

/** Answers a question about rights or about who asks: everything is allowed. */
export function review({ resource, body }: ApiRequest): Answer {
  const status: Record<string, unknown> =
    resource.kind === 'SelfSubjectRulesReview'
      ? { resourceRules: [], nonResourceRules: [], incomplete: false }
      : resource.kind === 'SelfSubjectReview'
        ? { userInfo: { username: 'alice' } }
        : { allowed: true };
  return ok({ apiVersion: groupVersionOf(resource), kind: resource.kind, ...(isRecord(body) && body), status }, 201);
}

/** Answers a request for a token, unless it would live for less than the API allows. */
export function token({ body }: ApiRequest): Answer {
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
