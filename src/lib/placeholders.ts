import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { PATTERNS } from './patterns.ts';
import { placeholdersSchema } from './schema.ts';
import { typeset } from './typography.ts';

/** A placeholder as the browser needs it. */
interface Placeholder {
  /** `Nom du Pod` */
  readonly label: string;
  readonly example: string;
  /** The source of a regular expression of the whole value, and how a hint names what it asks for. */
  readonly pattern?: string;
  readonly expected?: string;
  /** Neither stored nor shared. */
  readonly isSecret?: true;
}

/** Every placeholder by name: `{ POD: { label: 'Nom du Pod', … } }`. */
export type Registry = Readonly<Record<string, Placeholder>>;

/**
 * Reads the registry, with its patterns opened.
 * @param file content/placeholders.yaml
 * @throws ZodError when the file has a mistake, which the content check says in better words
 */
export function readPlaceholders(file: URL): Registry {
  const entries = Object.entries(placeholdersSchema.parse(parse(readFileSync(file, 'utf8'))));
  return Object.fromEntries(
    entries.map(([name, { label, example, pattern, secret }]): [string, Placeholder] => [
      name,
      {
        label: typeset(label),
        example,
        ...(pattern && { pattern: PATTERNS[pattern].source, expected: PATTERNS[pattern].expected }),
        ...(secret && { isSecret: true }),
      },
    ]),
  );
}
