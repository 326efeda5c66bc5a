import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

const REGISTRY = new URL('../../content/placeholders.yaml', import.meta.url);

/**
 * Reads the words to fill in, each with the value that a command is checked with.
 * @returns `{ POD: { example: 'boutique-…' } }`, from `content/placeholders.yaml`
 */
export async function readPlaceholders(): Promise<Record<string, { readonly example: string }>> {
  return parse(await readFile(REGISTRY, 'utf8')) as Record<string, { example: string }>;
}

/**
 * A command as a reader would run it: its placeholders replaced by the example values of the registry.
 * @param values as `readPlaceholders` gives them; a word that it does not name stays, and the shell refuses it
 */
export function fillPlaceholders(
  command: string,
  values: Readonly<Record<string, { readonly example: string }>>,
): string {
  return command.replaceAll(/<([A-Z][A-Z0-9_]*)>/g, (whole, name: string) => values[name]?.example ?? whole);
}

/**
 * The words that a reader fills in, in a command: the values of the registry that stand for them.
 * @returns `{'boutique', 'dev'}` for `kubectl logs deployment/<DEPLOYMENT> -n <NAMESPACE>`
 */
export const filledWords = (
  command: string,
  values: Readonly<Record<string, { readonly example: string }>>,
): ReadonlySet<string> =>
  new Set([...command.matchAll(/<([A-Z][A-Z0-9_]*)>/g)].map(([whole, name = '']) => values[name]?.example ?? whole));
