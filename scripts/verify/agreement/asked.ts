import { nearest } from '../../../src/lib/manifests/nearest.ts';
import type { ApiObject } from '../api/object.ts';
import type { Store } from '../api/store.ts';
import type { Run } from '../run.ts';

/** A command of a page, and what it was run with. */
export interface Asked {
  /** The line as it was run. */
  readonly line: string;
  readonly run: Run;
  /** The cluster as the command left it. */
  readonly cluster: Store;
  /** The names of the manifests that the reader has at hand. */
  readonly files: readonly string[];
  /** A step of a tutorial: exactly what was done before is there. */
  readonly isStep: boolean;
}

/** What is there instead: the nearest, or all. */
export function whatIs(wrong: string, known: readonly string[]): string {
  const all = [...new Set(known)];
  if (all.length === 0) return 'there is none';
  const near = nearest(wrong, all);
  return near ? `did you mean « ${near} »?` : `there is ${all.slice(0, 6).join(', ')}`;
}

/** The labels of an object, as a selector writes them: `['app=web']`. */
export const labelsOf = ({ metadata }: ApiObject): string[] =>
  Object.entries(metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`);
