import type { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { findResource, type Resource } from './resources.ts';

/** A request on objects of the API, as the stand-in understood it. */
export interface ApiRequest {
  readonly method: string;
  readonly url: URL;
  readonly resource: Resource;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly subresource: string | undefined;
  readonly contentType: string;
  readonly body: unknown;
  readonly isDryRun: boolean;
  /** `kubectl apply`, which kubectl says in a header. */
  readonly command: string;
}

const OBJECT_PATH =
  /^\/(?:api\/(v1)|apis\/([^/]+)\/([^/]+))(?:\/namespaces\/([^/]+)(?=\/[^/]+))?\/([^/]+)(?:\/([^/]+))?(?:\/(.+))?$/;

/**
 * Reads the path of a request: `/apis/apps/v1/namespaces/dev/deployments/boutique/scale`.
 * @returns undefined when no type that is served answers to it
 */
export function readPath(
  pathname: string,
): Pick<ApiRequest, 'resource' | 'namespace' | 'name' | 'subresource'> | undefined {
  const match = OBJECT_PATH.exec(pathname);
  if (!match) return undefined;
  const [, core, group = '', version = '', namespace, plural = '', name, subresource] = match;
  // `/namespaces/dev/status` is the status of a namespace.
  if (namespace && (plural === 'status' || plural === 'finalize')) {
    const resource = findResource('', 'v1', 'namespaces');
    return resource && { resource, namespace: undefined, name: namespace, subresource: plural };
  }
  const resource = findResource(core ? '' : group, core ?? version, plural);
  return (
    resource && {
      resource,
      namespace: namespace && decodeURIComponent(namespace),
      name: name && decodeURIComponent(name),
      subresource,
    }
  );
}

/** Reads the body that kubectl sent: JSON, or YAML for a server-side apply. */
export function readBody(text: string, contentType: string): unknown {
  try {
    return contentType.includes('yaml') ? parse(text) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The whole body of a request. */
export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
