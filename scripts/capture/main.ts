import { installKubectl } from '../kubectl/install.ts';
import { RELEASES } from '../kubectl/versions.ts';
import { captureCluster } from './cluster.ts';
import { captureLocal, readOutputs, writeOutputs } from './outputs.ts';

// Those that need a cluster are captured again only with one; else they stay as they were.
try {
  const [kubectl] = await installKubectl(RELEASES.slice(-1));
  if (!kubectl) throw new Error('scripts/kubectl/versions.ts names no release.');
  const local = await captureLocal(kubectl);
  const hasCluster = process.env.KUBECONFIG !== undefined;
  const others = hasCluster
    ? await captureCluster(kubectl)
    : (await readOutputs()).filter(({ source }) => source === 'cluster');
  await writeOutputs([...local, ...others]);
  console.error(
    `${local.length} outputs of kubectl alone, ${others.length} of a cluster (${hasCluster ? 'captured now' : 'kept: set KUBECONFIG to capture them again'}).`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
