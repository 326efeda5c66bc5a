import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { readFieldLines, sentenceKeys } from '../manifests/explain.ts';

const FILE = 'content/fields.yaml';
const sentences = z.record(z.string(), z.string().regex(/[.?!]$/, 'une phrase, avec son point'));

/**
 * Checks content/fields.yaml: each line of a manifest to download has its sentence, and each sentence a line.
 * @param paths the manifests, from the content folder
 */
export async function checkFields(root: string, paths: readonly string[]): Promise<string[]> {
  const text = await readFile(join(root, 'fields.yaml'), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const read = sentences.safeParse(parse(text));
  if (!read.success) return [`${FILE} : ${z.prettifyError(read.error)}`];
  const known = new Set(Object.keys(read.data));
  const used = new Set<string>();
  const problems: string[] = [];
  for (const path of paths) {
    for (const field of readFieldLines(await readFile(join(root, path), 'utf8')).flat()) {
      const key = sentenceKeys(field).find((one) => known.has(one));
      if (key !== undefined) used.add(key);
      else problems.push(sayMissing(path, field.line, field.kind, field.names));
    }
  }
  for (const key of known)
    if (!used.has(key)) problems.push(`${FILE} : ${key}\n  cette phrase ne sert à aucune ligne.\n  → retirez-la`);
  return problems;
}

function sayMissing(path: string, line: number, kind: string, names: readonly string[]): string {
  const short = names.slice(-2).join('.');
  return `content/${path} : ligne ${line}\n  « ${names.join('.')} » n'a pas de phrase.\n  → ajoutez à ${FILE} : « ${short}: "…" », ou « ${kind} ${short}: "…" » pour ce seul type`;
}
