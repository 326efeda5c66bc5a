import { ok, type Answer } from './answer.ts';
import { aggregatedDiscovery, groupList, resourceList } from './discovery.ts';
import { openApiDocument, openApiIndex } from './openapi.ts';

const DISCOVERY = /g=apidiscovery\.k8s\.io;v=(v2(?:beta1)?);as=APIGroupDiscoveryList/;

/**
 * Answers what is not about objects: the version, the health, the types, the schemas.
 * @param accept the header by which kubectl asks for the types of all groups at once
 * @param version the one that the stand-in gives itself: `1.36.3`
 * @returns undefined for what is about objects
 */
export function answerGeneral(url: URL, accept: string, version: string): Answer | undefined {
  const path = url.pathname.replace(/\/+$/, '');
  if (path === '' || path === '/version') return ok(versionInfo(version));
  if (/^\/(?:healthz|livez|readyz|metrics)/.test(path)) return { code: 200, body: 'ok', contentType: 'text/plain' };
  if (path === '/api' || path === '/apis') {
    const asked = DISCOVERY.exec(accept)?.[1];
    if (!asked) return ok(path === '/api' ? { kind: 'APIVersions', versions: ['v1'] } : groupList());
    const body = aggregatedDiscovery(path === '/api', `apidiscovery.k8s.io/${asked}`);
    return {
      code: 200,
      body,
      contentType: `application/json;g=apidiscovery.k8s.io;v=${asked};as=APIGroupDiscoveryList`,
    };
  }
  if (path === '/openapi/v3') return ok(openApiIndex());
  if (path === '/openapi/v2')
    return ok({ swagger: '2.0', info: { title: 'Kubernetes', version: `v${version}` }, paths: {}, definitions: {} });
  const document = /^\/openapi\/v3\/apis?\/(.+)$/.exec(path)?.[1];
  if (document) return ok(openApiDocument(document));
  const types = resourceList(/^\/apis?\/(v1|[^/]+\/[^/]+)$/.exec(path)?.[1] ?? '');
  return types ? ok(types) : undefined;
}

function versionInfo(version: string): Record<string, string> {
  const [major = '', minor = ''] = version.split('.');
  return {
    major,
    minor,
    gitVersion: `v${version}`,
    gitCommit: '',
    gitTreeState: 'clean',
    buildDate: '2026-01-01T00:00:00Z',
    goVersion: 'go',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}
