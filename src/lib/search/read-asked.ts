import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { MOST_PHRASES } from './postings.ts';
import type { ExampleRecord, PublishedExample } from './records.ts';

const FOLDER = 'content/questions';

/** A file of `content/questions/`: for each page, for each of its examples, how readers ask for it. */
const askedSchema = z.record(
  z.string(),
  z.record(z.string(), z.array(z.string().trim().min(1)).min(1).max(MOST_PHRASES, `${MOST_PHRASES} phrases au plus`)),
);

/** How readers ask for examples, by `kubectl-get#pods`, with the file that says it. */
export type Asked = ReadonlyMap<string, { readonly phrases: readonly string[]; readonly file: string }>;

/**
 * Reads how readers ask for each example.
 * @throws Error naming the file, the entry and the fix
 */
export async function readAsked(folder = FOLDER): Promise<Asked> {
  const asked = new Map<string, { phrases: readonly string[]; file: string }>();
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()) {
    const file = join(folder, name);
    const result = askedSchema.safeParse(parse(await readFile(file, 'utf8')));
    if (!result.success) {
      const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')} : ${message}`);
      throw new Error(`${file} n'a pas la forme attendue (page, exemple, phrases) :\n${problems.join('\n')}`);
    }
    for (const [page, examples] of Object.entries(result.data))
      for (const [example, phrases] of Object.entries(examples)) {
        const key = `${page}#${example}`;
        const known = asked.get(key);
        if (known) throw new Error(`${file} : ${key} est déjà dans ${known.file}\n  → réunissez ses phrases.`);
        asked.set(key, { phrases, file });
      }
  }
  return asked;
}

/**
 * Gives each example the phrases by which readers ask for it.
 * @throws Error naming the file and the entry whose example does not exist
 */
export function withAsked(examples: readonly PublishedExample[], asked: Asked): ExampleRecord[] {
  const left = new Set(asked.keys());
  const records = examples.map((example): ExampleRecord => {
    const key = keyOf(example.address);
    left.delete(key);
    return { ...example, asked: asked.get(key)?.phrases ?? [] };
  });
  const [lost] = left;
  if (lost !== undefined)
    throw new Error(
      `${asked.get(lost)?.file ?? FOLDER} : aucun exemple ${lost}\n  → corrigez son nom, ou retirez ses phrases.`,
    );
  return records;
}

/** `/commandes/kubectl-get/#pods` → `kubectl-get#pods` */
const keyOf = (address: string): string => address.replace(/^.*\/([^/]+)\/#/, '$1#');
