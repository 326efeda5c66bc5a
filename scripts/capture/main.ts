import { parseArgs } from 'node:util';
import { installKubectl } from '../kubectl/install.ts';
import { RELEASES } from '../kubectl/versions.ts';
import { captureCluster } from './cluster.ts';
import { captureLocal, examplesWith, OUTPUTS, readOutputs, writeOutputs } from './outputs.ts';

// `--content` and `--data` are for the tests: another folder of pages, another file of outputs.
try {
  const { values } = parseArgs({
    options: { content: { type: 'string' }, data: { type: 'string', default: OUTPUTS } },
  });
  const [kubectl] = await installKubectl(RELEASES.slice(-1));
  if (!kubectl) throw new Error('scripts/kubectl/versions.ts names no release.');
  const { KUBECONFIG: configuration } = process.env;
  const ofCluster = await examplesWith('cluster', values.content);
  const local = await captureLocal(kubectl, await examplesWith('local', values.content));
  const kept = (await readOutputs(values.data)).filter(
    ({ source, command }) => source === 'cluster' && ofCluster.some((one) => one.command === command),
  );
  // Without a cluster, what was captured of one stays as it was.
  const others = configuration ? await captureCluster(kubectl, ofCluster, configuration) : kept;
  await writeOutputs([...local, ...others], values.data);
  const how = configuration ? `captured now from ${others[0]?.server ?? 'it'}` : 'kept';
  console.error(`${local.length} outputs of kubectl ${kubectl.version} alone, ${others.length} of a cluster (${how}).`);
  const never = ofCluster.filter(({ command }) => !others.some((one) => one.command === command));
  if (never.length > 0) {
    const names = never.map(({ file, line, command }) => `  ${file}:${line}: ${command}`).join('\n');
    throw new Error(`These need a cluster: set KUBECONFIG to its configuration, and run this again.\n${names}`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
