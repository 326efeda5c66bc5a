import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from './check-shape.ts';

/**
 * The object that kubectl sends in its binary form (`create`, `autoscale`), from the JSON that the recorder around
 * kubectl asked of it just before: a protobuf message can't be read without the definitions of all its types.
 * @param folder where the recorder keeps it, the last one being that of the command under way
 * @returns undefined when there is none of that kind
 */
export async function readAnnounced(folder: string, kind: string): Promise<unknown> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const last = names.at(-1);
  if (last === undefined) return undefined;
  try {
    const object: unknown = JSON.parse(await readFile(join(folder, last), 'utf8'));
    return isRecord(object) && object.kind === kind ? object : undefined;
  } catch {
    return undefined;
  }
}
