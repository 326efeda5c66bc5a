import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PagefindIndex } from 'pagefind';

/**
 * Writes the files of a Pagefind index into a folder. Pagefind's own writeFiles() may answer before its last file, the
 * entry, is on disk, and close() would leave it empty.
 * @throws Error with what Pagefind says when it cannot give the files
 */
export async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors, files } = await index.getFiles();
  if (errors.length > 0) throw new Error(`Pagefind index: ${errors.join('; ')}`);
  // Its worker and its ready-made interfaces, 300 KB, are not used here.
  for (const { path, content } of files.filter((file) => !/^pagefind-(?!entry)/.test(file.path))) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
