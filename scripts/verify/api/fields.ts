import { fieldsOf, itemsOf } from '../../../src/lib/manifests/problem.ts';

/** The fields of a part of an object. */
export type Fields = Readonly<Record<string, unknown>>;
export { fieldsOf };
/** The objects of a list; none when it is not a list. */
export const listOf = (value: unknown): Fields[] => itemsOf(value).map(([, item]) => item);
