import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What was made by an earlier build from the same things, or else is made now and kept for the next one.
 * @param folder where it is kept, created when it is missing: `node_modules/.astro/cards`
 * @param from all that it depends on, the code that makes it included
 * @param make makes it, when it is not there
 */
export async function kept(folder: string, from: readonly unknown[], make: () => Promise<Buffer>): Promise<Buffer> {
  const key = createHash('sha256').update(JSON.stringify(from)).digest('hex').slice(0, 32);
  const path = join(folder, key);
  const known = await readFile(path).catch(() => undefined);
  if (known) return known;
  const made = await make();
  await mkdir(folder, { recursive: true });
  // Two builds may make the same thing: each file appears whole or not at all.
  await writeFile(`${path}.${process.pid}`, made);
  await rename(`${path}.${process.pid}`, path);
  return made;
}
