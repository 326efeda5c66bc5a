/** The way to a value from the root of an object: `['spec', 'ports', 0, 'port']`. */
export type Path = readonly (string | number)[];

/** What is wrong in an object, before its line is known. */
export interface Finding {
  readonly path: Path;
  /** What is wrong, in French. */
  readonly message: string;
  /** The valid field or value that was most likely meant. */
  readonly suggestion?: string | undefined;
}

/** Notes something wrong at a path. */
export type Say = (path: Path, message: string, suggestion?: string) => void;

/** Something wrong in a manifest, where its author finds it. */
export interface Problem {
  /** The name that the caller gave to the file. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** `spec.template.spec.containers[0].ports`, empty for the whole document. */
  readonly path: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The fields of a value, none when it is not an object. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
/** The objects of a list with their rank; none when it is not a list. */
export const itemsOf = (value: unknown): [number, Fields][] =>
  Array.isArray(value) ? [...value.entries()].filter((entry): entry is [number, Fields] => isFields(entry[1])) : [];
/** The texts of a list; none when it is not a list. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Writes a path as kubectl does: `spec.ports[0].port`, with a key that holds dots between brackets. */
export function writePath(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' || /[^\w-]/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}
