import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Texts. Images and Pagefind's files are compressed by themselves. */
const TEXT = /\.(?:html|css|m?js|md|txt|json|webmanifest|xml|ya?ml|svg)$/;
/** A smaller file goes in one packet anyway. */
const LEAST_BYTES = 1024;
/** A twin that is hardly smaller costs more to unpack than it saves. */
const MOST_SHARE = 0.9;
/** As many as the threads that Node compresses with. */
const AT_ONCE = 4;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** What compressing a folder came to, in bytes. */
export interface Compressed {
  readonly files: number;
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
}

/**
 * Writes a `.gz` and a `.br` beside each text of a built site that is worth it, for the servers that send such files as
 * they are: nginx with `gzip_static` and `brotli_static`, GitLab Pages, Caddy.
 * @param quality of brotli, from 0 to 11: the best is for what is served, a quick one for the tests
 */
export async function compressSite(dist: string, quality = constants.BROTLI_MAX_QUALITY): Promise<Compressed> {
  const paths = (await readdir(dist, { recursive: true }))
    .filter((path) => TEXT.test(path))
    .map((path) => join(dist, path));
  const total = { files: 0, bytes: 0, gzip: 0, brotli: 0 };

  async function compress(path: string): Promise<void> {
    const source = await readFile(path);
    if (source.length < LEAST_BYTES) return;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: source.length };
    const [zipped, brotli] = await Promise.all([toGzip(source, { level: 9 }), toBrotli(source, { params })]);
    if (zipped.length > source.length * MOST_SHARE) return;
    await Promise.all([writeFile(`${path}.gz`, zipped), writeFile(`${path}.br`, brotli)]);
    total.files += 1;
    total.bytes += source.length;
    total.gzip += zipped.length;
    total.brotli += brotli.length;
  }

  const queue = paths.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const path of queue) await compress(path);
    }),
  );
  return total;
}

// By hand, after a build: npm run compress
if (import.meta.main) {
  const dist = process.argv[2] ?? 'dist';
  const { files, bytes, gzip: zipped, brotli } = await compressSite(dist);
  if (files === 0) {
    console.error(`${dist}: no text to compress.\n  → run « npm run build » first, or name the folder of a built site`);
    process.exitCode = 1;
  } else {
    const kib = (count: number): string => `${Math.round(count / 1024)} KiB`;
    console.log(`${files} files: ${kib(bytes)}, ${kib(zipped)} as gzip, ${kib(brotli)} as brotli`);
  }
}
