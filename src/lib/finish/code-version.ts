import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What changes whenever what the build makes of a page may change: the code of `src/lib/` and the versions of the packages.
 * @param root the folder of the project
 */
export async function codeVersion(root: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(root, 'package.json')));
  const folder = join(root, 'src', 'lib');
  for (const file of (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).sort())
    hash.update(file).update(await readFile(join(folder, file)));
  return hash.digest('hex');
}
