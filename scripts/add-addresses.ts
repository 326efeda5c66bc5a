// Adds the addresses of the built site to those that must never break. Run it after a build, before publishing.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readBuiltAddresses } from '../src/lib/built-addresses.ts';
import { readPlace } from '../src/lib/place.ts';
import { formatPublished, parsePublished } from '../src/lib/published.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const list = new URL('../src/data/published.txt', import.meta.url);
if (!existsSync(dist)) {
  console.error('dist/ does not exist: run « npm run build » first.');
  process.exit(1);
}
const published = parsePublished(await readFile(list, 'utf8').catch(() => ''));
const text = formatPublished(published, await readBuiltAddresses(dist, readPlace(process.env).base));
await writeFile(list, text);
console.log(`${parsePublished(text).size - published.size} address(es) added to src/data/published.txt`);
