import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { findContradictions, vocabularySchema, type Vocabulary } from './vocabulary.ts';

const FILE = 'content/search.yaml';

/**
 * Reads and checks the words of the search.
 * @throws Error naming the file, the entry and the fix
 */
export async function readVocabulary(file = FILE): Promise<Vocabulary> {
  const result = vocabularySchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')} : ${message}`);
    throw new Error(`${file} n'a pas la forme attendue :\n${problems.join('\n')}`);
  }
  const contradictions = findContradictions(result.data);
  if (contradictions.length > 0) throw new Error(`${file} se contredit :\n  ${contradictions.join('\n  ')}`);
  return result.data;
}
