import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
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
  // What an example writes into a file (`> alice.crt`) is written away from the project.
  const cwd = await mkdtemp(join(tmpdir(), 'capture-'));
  try {
    await symlink(kubectl.path, join(bin, 'kubectl'));
    const paths = configuration
      .split(delimiter)
      .filter(Boolean)
      .map((path) => resolve(path));
    const path = bin + delimiter + (process.env.PATH ?? '');
    // The writer's own preferences (kuberc) may change what is printed.
    const preferences = { KUBECTL_KUBERC: 'false', LC_ALL: 'C.UTF-8' };
    const env = { ...process.env, ...preferences, KUBECONFIG: paths.join(delimiter), PATH: path };
    const outputs: CapturedOutput[] = [];
    for (const { command, effect, file, line } of examples) {
      if (effect !== 'lecture')
        throw new Error(
          `${file}:${line}: it would change your cluster: only « effect: lecture » can say « output: cluster ».`,
        );
      const shown = await print(fillPlaceholders(command, values), { env, cwd }, `${file}:${line}: ${command}`);
      const text = normaliseCluster(shown);
      if (!text)
        throw new Error(
          `${file}:${line}: ${command}\n  It prints nothing: create what it names, or remove « output: ».`,
        );
      outputs.push({ command, source: 'cluster', kubectl: kubectl.version, server, text });
    }
    return outputs;
  } finally {
    await rm(bin, { recursive: true, force: true });
    await rm(cwd, { recursive: true, force: true });
  }
}

interface Failure {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly killed?: boolean;
}

interface Where {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

async function print(line: string, { env, cwd }: Where, example: string): Promise<string> {
  const { stdout } = await run('bash', ['-c', line], { env, cwd, timeout: LONGEST_MS }).catch((error: unknown) => {
    const { stdout: said = '', stderr = '', killed } = error as Failure;
    // A difference that `kubectl diff` finds, a « no » of `kubectl auth can-i`: the code is 1, and nothing went wrong.
    if (!killed && said && !stderr) return { stdout: said };
    throw new Error(`${example}\n  ${killed ? `It does not end in ${LONGEST_MS / 1000} s.` : stderr.trim()}`);
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
