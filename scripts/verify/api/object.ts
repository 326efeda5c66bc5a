import { createHash } from 'node:crypto';

/** An object as the API sends it. */
export interface ApiObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; [field: string]: unknown };
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
  [field: string]: unknown;
}

/** The unique id of an object, the same each time it is asked for: owners are found by it. */
export const uidOf = (name: string): string =>
  `00000000-0000-4000-8000-${createHash('sha1').update(name).digest('hex').slice(0, 12)}`;
