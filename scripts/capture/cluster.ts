import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { CapturedOutput } from '../../src/lib/outputs.ts';
import type { Kubectl } from '../kubectl/install.ts';
import { fillPlaceholders, readPlaceholders } from '../verify/placeholders.ts';
import { normaliseCluster } from './normalise.ts';
import { examplesWith } from './outputs.ts';

const run = promisify(execFile);

/**
 * What the examples that say `output: cluster` print with the cluster of the current configuration. Only those that
 * change nothing are run.
 * @throws Error when the cluster does not answer, or naming an example that would change it or that fails
 */
export async function captureCluster(kubectl: Kubectl): Promise<CapturedOutput[]> {
  const server = await readServerVersion(kubectl);
  const values = await readPlaceholders();
  const bin = await mkdtemp(join(tmpdir(), 'capture-'));
  try {
    await symlink(kubectl.path, join(bin, 'kubectl'));
    const outputs: CapturedOutput[] = [];
    for (const { command, effect, file, line } of await examplesWith('cluster')) {
      if (effect !== 'lecture')
        throw new Error(
          `${file}:${line}: it would change your cluster: only « effect: lecture » can say « output: cluster ».`,
        );
      const env = { ...process.env, PATH: bin + delimiter + (process.env.PATH ?? '') };
      const { stdout } = await run('bash', ['-c', fillPlaceholders(command, values)], { env }).catch(
        (error: unknown) => {
          throw new Error(`${file}:${line}: ${command}\n  ${(error as { stderr?: string }).stderr?.trim() ?? ''}`);
        },
      );
      outputs.push({ command, source: 'cluster', kubectl: kubectl.version, server, text: normaliseCluster(stdout) });
    }
    return outputs;
  } finally {
    await rm(bin, { recursive: true, force: true });
  }
}

async function readServerVersion({ path }: Kubectl): Promise<string> {
  const { stdout } = await run(path, ['version', '-o', 'json', '--request-timeout=5s']).catch((error: unknown) => {
    throw new Error(
      `The cluster of KUBECONFIG does not answer: ${(error as { stderr?: string }).stderr?.trim() ?? ''}`,
    );
  });
  const { serverVersion } = JSON.parse(stdout) as { serverVersion?: { gitVersion: string } };
  if (!serverVersion) throw new Error('The cluster of KUBECONFIG does not say its version.');
  return serverVersion.gitVersion.replace(/^v/, '');
}
