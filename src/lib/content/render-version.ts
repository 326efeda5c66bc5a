import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { once } from '../once.ts';
import { readLinkTerms } from './link-terms.ts';

/** The folders whose code renders a page's Markdown. */
const RENDERING = ['src/lib/markdown', 'src/lib/highlight', 'src/lib'];

/**
 * What a rendered page depends on beside its own file: the names that link themselves, and the code that renders. Read once
 * a build, from the root of the project.
 */
export const renderVersion = once(async (): Promise<string> => {
  const hash = createHash('sha256');
  const { addresses, pages } = await readLinkTerms('content');
  hash.update(JSON.stringify([process.env.BASE, [...addresses], [...pages]]));
  for (const folder of RENDERING)
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort())
      hash.update(await readFile(`${folder}/${file}`));
  return hash.digest('hex');
});
