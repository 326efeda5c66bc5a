import type { Answer } from './answer.ts';
import { fieldsOf } from './fields.ts';
import type { ApiRequest } from './request.ts';

/** A request that kubectl made, kept for the verdict. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly isDryRun: boolean;
  readonly body: unknown;
  /** `Deployment` */
  readonly kind?: string;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  /** Of labels, empty when there is none: `app=web`. */
  readonly selector?: string;
  /** Of fields, empty when there is none: `involvedObject.name=web`. */
  readonly fields?: string;
  /** How many objects it found; undefined for a watch, which waits for some. */
  readonly found?: number | undefined;
}

/** A dry run that the body asks for: DeleteOptions as JSON, or in the binary form (field 5, three letters). */
const DRY_RUN = /"dryRun":\["All"\]|\*\x03All/;

/** Whether a request waits for what will happen. */
export const isWatch = ({ method, name, url }: ApiRequest): boolean =>
  method === 'GET' && name === undefined && Boolean(url.searchParams.get('watch'));

/**
 * What is kept of a request on objects.
 * @param text its body, as it was sent
 */
export function seenOf(asked: ApiRequest, text: string, answer: Answer): Seen {
  const { method, url, body, resource, namespace, name } = asked;
  return {
    method,
    path: url.pathname,
    isDryRun: asked.isDryRun || DRY_RUN.test(text),
    body,
    kind: resource.kind,
    namespace,
    name,
    selector: url.searchParams.get('labelSelector') ?? '',
    fields: url.searchParams.get('fieldSelector') ?? '',
    found: isWatch(asked) ? undefined : countFound(answer),
  };
}

/** How many objects an answer holds: those of a list, or the one that was asked for. */
function countFound({ code, body }: Answer): number {
  if (code >= 400) return 0;
  const { items, rows } = fieldsOf(body);
  const all = items ?? rows;
  return Array.isArray(all) ? all.length : 1;
}
