import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { captureCluster } from '../../scripts/capture/cluster.ts';
import { captureLocal, examplesWith } from '../../scripts/capture/outputs.ts';
import { startApi, type ApiStandIn } from '../../scripts/verify/api/server.ts';
import { makeKubeconfig } from '../../scripts/verify/fixtures/kubeconfig.ts';
import type { CapturedOutput } from '../../src/lib/outputs.ts';
import { newestKubectl, skip } from './kubectl.ts';

// `npm run capture` as a writer runs it, against a cluster that the stand-in plays, with pages and data of its own.
const MAIN = fileURLToPath(new URL('../../scripts/capture/main.ts', import.meta.url));
const SERVER = '1.35.7';
const folder = await mkdtemp(join(tmpdir(), 'capture-test-'));
const data = join(folder, 'outputs.json');
const kubeconfig = join(folder, 'config');
let api: ApiStandIn;

before(async () => {
  api = await startApi(SERVER);
  await writeFile(kubeconfig, makeKubeconfig('', api.url));
});
after(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

interface Result {
  readonly code: number;
  readonly said: string;
  readonly outputs: readonly CapturedOutput[];
}

const LOCAL = { command: 'kubectl create namespace dev --dry-run=client -o name', output: 'local' };
const PODS = { command: 'kubectl get pods', output: 'cluster' };
const POD = { command: 'kubectl get pod <POD> -o yaml | head -9', output: 'cluster' };
const OLD = { command: PODS.command, source: 'cluster', kubectl: '1.30.0', server: '1.30.0', text: 'an old output' };

type Examples = readonly { readonly command: string; readonly output: string; readonly effect?: string }[];

async function writePage(examples: Examples): Promise<void> {
  await mkdir(join(folder, 'content'), { recursive: true });
  const header = JSON.stringify({ effect: 'lecture', examples: examples.map((one, id) => ({ id: `e${id}`, ...one })) });
  await writeFile(join(folder, 'content', 'kubectl-get.mdx'), `---\n${header}\n---\n`);
}

/** Runs it with a page of given examples, and data that hold an old output and one that no example shows any more. */
async function capture(examples: Examples, configuration: string | undefined): Promise<Result> {
  await writePage(examples);
  await writeFile(data, JSON.stringify([OLD, { ...OLD, command: 'kubectl get nodes' }]));
  const args = [MAIN, '--content', join(folder, 'content'), '--data', data];
  const options = { env: { ...process.env, KUBECONFIG: configuration ?? '' } };
  return new Promise((done, fail) => {
    execFile(process.execPath, args, options, (error, _stdout, said) => {
      readFile(data, 'utf8').then((text) => {
        done({ code: error ? 1 : 0, said, outputs: JSON.parse(text) as CapturedOutput[] });
      }, fail);
    });
  });
}

test(
  'with a cluster, each example that shows an output is run, and its data say kubectl and the server',
  { skip },
  async () => {
    const { code, said, outputs } = await capture([LOCAL, PODS, POD], kubeconfig);
    assert.equal(code, 0, said);
    assert.deepEqual(
      outputs.map(({ command, source, server }) => [command, source, server]),
      [
        [LOCAL.command, 'local', undefined],
        [POD.command, 'cluster', SERVER],
        [PODS.command, 'cluster', SERVER],
      ],
    );
    assert.match(outputs[0]?.text ?? '', /^namespace\/dev$/);
    assert.equal(outputs[2]?.text, 'NAME         AGE\nboutique     5m\nboutique-2   5m');
    assert.match(outputs[1]?.text ?? '', /^apiVersion: v1\nkind: Pod\n/);
    assert.match(said, /1 outputs of kubectl 1\.\d+\.\d+ alone, 2 of a cluster \(captured now from 1\.35\.7\)/);
  },
);

test('without a cluster, what was captured of one is kept, and what never was is named', { skip }, async () => {
  const kept = await capture([LOCAL, PODS], undefined);
  assert.equal(kept.code, 0, kept.said);
  assert.deepEqual(
    kept.outputs.map(({ text }) => text),
    ['namespace/dev', OLD.text],
  );
  const never = await capture([POD], undefined);
  assert.equal(never.code, 1);
  assert.match(never.said, /These need a cluster: set KUBECONFIG[^]*kubectl-get\.mdx:\d+: kubectl get pod <POD>/);
});

test('a cluster that does not answer is said, and the data stay as they were', { skip }, async () => {
  await writeFile(join(folder, 'dead'), makeKubeconfig('', 'http://127.0.0.1:1'));
  const { code, said, outputs } = await capture([PODS], join(folder, 'dead'));
  assert.equal(code, 1);
  assert.match(said, /does not answer: .*refused[^]*unset KUBECONFIG/);
  assert.deepEqual(
    outputs.map(({ text }) => text),
    [OLD.text, OLD.text],
  );
});

test('what can not be captured says why, with the file and the line of its example', { skip }, async () => {
  const kubectl = await newestKubectl();
  const tryCluster = async (example: Examples[number], config = kubeconfig): Promise<unknown> => {
    await writePage([example]);
    return captureCluster(kubectl, await examplesWith('cluster', join(folder, 'content')), config);
  };
  const ofCluster = (command: string): Examples[number] => ({ command, output: 'cluster' });
  await assert.rejects(tryCluster(PODS, join(folder, 'absent')), /KUBECONFIG names \S+absent, which is not there/);
  await assert.rejects(tryCluster({ ...PODS, effect: 'modification' }), /mdx:\d+: it would change your cluster/);
  await assert.rejects(
    tryCluster(ofCluster('kubectl get podz')),
    /mdx:\d+: kubectl get podz\n {2}error: the server doesn't have/,
  );
  await assert.rejects(tryCluster(ofCluster('kubectl get pods > pods.txt')), /mdx:\d+:[^]*It prints nothing/);
  assert.equal(existsSync('pods.txt'), false, 'what an example writes is not left where it was captured from');
  assert.equal(
    ((await tryCluster(ofCluster('kubectl get pods -o name | grep 2; false'))) as CapturedOutput[])[0]?.text,
    'pod/boutique-2',
    'a code that is not 0, with nothing said on the error output, is an answer',
  );
  await writePage([{ ...PODS, output: 'local' }]);
  await assert.rejects(
    captureLocal(kubectl, await examplesWith('local', join(folder, 'content'))),
    /mdx:\d+: it asks the cluster \(GET .*write « output: cluster »/,
  );
});
