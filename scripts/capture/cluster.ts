import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { CapturedOutput } from '../../src/lib/outputs.ts';
import type { Kubectl } from '../kubectl/install.ts';
import type { Found } from '../verify/extract.ts';
import { fillPlaceholders, readPlaceholders } from '../verify/placeholders.ts';
import { normaliseCluster } from './normalise.ts';

const run = promisify(execFile);
/** An output that is shown ends by itself: `-w` and `-f` do not. */
const LONGEST_MS = 30_000;

/**
 * What examples that say `output: cluster` print with the cluster of a configuration. Only those that change nothing are run.
 * @param configuration the value of `KUBECONFIG`
 * @throws Error when a file of the configuration is missing or the cluster does not answer, or naming an example that would
 *   change it, that fails, that does not end or that prints nothing
 */
export async function captureCluster(
  kubectl: Kubectl,
  examples: readonly Found[],
  configuration: string,
): Promise<CapturedOutput[]> {
  const server = await readServerVersion(kubectl, configuration);
  const values = await readPlaceholders();
  const bin = await mkdtemp(join(tmpdir(), 'capture-'));
  try {
    await symlink(kubectl.path, join(bin, 'kubectl'));
    const env = { ...process.env, KUBECONFIG: configuration, PATH: bin + delimiter + (process.env.PATH ?? '') };
    const outputs: CapturedOutput[] = [];
    for (const { command, effect, file, line } of examples) {
      if (effect !== 'lecture')
        throw new Error(
          `${file}:${line}: it would change your cluster: only « effect: lecture » can say « output: cluster ».`,
        );
      const text = normaliseCluster(await print(fillPlaceholders(command, values), env, `${file}:${line}: ${command}`));
      if (!text)
        throw new Error(
          `${file}:${line}: ${command}\n  It prints nothing: create what it names, or remove « output: ».`,
        );
      outputs.push({ command, source: 'cluster', kubectl: kubectl.version, server, text });
    }
    return outputs;
  } finally {
    await rm(bin, { recursive: true, force: true });
  }
}

interface Failure {
  readonly stderr?: string;
  readonly killed?: boolean;
}

async function print(line: string, env: NodeJS.ProcessEnv, where: string): Promise<string> {
  const { stdout } = await run('bash', ['-c', line], { env, timeout: LONGEST_MS }).catch((error: unknown) => {
    const { stderr = '', killed } = error as Failure;
    throw new Error(`${where}\n  ${killed ? `It does not end in ${LONGEST_MS / 1000} s.` : stderr.trim()}`);
  });
  return stdout;
}

async function readServerVersion({ path }: Kubectl, configuration: string): Promise<string> {
  const missing = configuration.split(delimiter).filter((file) => file && !existsSync(file));
  if (missing.length > 0) throw new Error(`KUBECONFIG names ${missing.join(', ')}, which is not there. Mend its path.`);
  const env = { ...process.env, KUBECONFIG: configuration };
  const { stdout } = await run(path, ['version', '-o', 'json', '--request-timeout=5s'], { env }).catch(
    (error: unknown) => {
      const said = (error as Failure).stderr?.trim().split('\n').at(-1) ?? '';
      throw new Error(
        `The cluster of KUBECONFIG (${configuration}) does not answer: ${said}\nStart it, or unset KUBECONFIG to keep its outputs.`,
      );
    },
  );
  const { serverVersion } = JSON.parse(stdout) as { serverVersion?: { gitVersion: string } };
  if (!serverVersion) throw new Error(`The cluster of KUBECONFIG (${configuration}) does not say its version.`);
  return serverVersion.gitVersion.replace(/^v/, '');
}
