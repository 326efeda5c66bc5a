import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/**
 * What was made by an earlier build from the same things, or else is made now and kept for the next one. It reads and writes
 * at once: threads that finish pages have nothing else to do meanwhile, and a thousand small files cost half as much.
 * @param folder where it is kept, created when it is missing: `.cache/astro/cards`
 * @param from all that it depends on, the code that makes it included
 * @param make makes it, when it is not there
 */
export async function kept(
  folder: string,
  from: readonly unknown[],
  make: () => Buffer | Promise<Buffer>,
): Promise<Buffer> {
  const key = createHash('sha256').update(JSON.stringify(from)).digest('hex').slice(0, 32);
  const path = join(folder, key);
  const known = readIfThere(path);
  if (known) {
    const now = new Date();
    utimesSync(path, now, now); // it serves: see forgetOlder
    return known;
  }
  const made = await make();
  mkdirSync(folder, { recursive: true });
  // Two threads may make the same thing: each file appears whole or not at all.
  const part = `${path}.${process.pid}.${threadId}`;
  writeFileSync(part, made);
  renameSync(part, path);
  return made;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Takes away from a folder what the last build did not use, once there is much of it: a cache that follows the site for years
 * stays of its size.
 * @param since when that build began, in milliseconds
 * @param most how many things may be kept before any goes
 */
export async function forgetOlder(folder: string, since: number, most: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length <= most) return;
  for (const name of names) {
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < since) await rm(path);
  }
}
