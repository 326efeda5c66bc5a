import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { verify } from '../../scripts/verify/verify.ts';
import { newestKubectl, skip } from './kubectl.ts';

const OUTSIDE = [
  'kubectl --server=https://192.0.2.1:6443 get pods',
  'kubectl apply -f https://exemple.fr/deployment.yaml',
  'kubectl get pods -s http://cluster.exemple.fr',
  'kubectl config set-cluster loin --server=https://192.0.2.1 && kubectl config set-context loin --cluster=loin && kubectl --context=loin get pods',
  'HTTPS_PROXY= NO_PROXY=192.0.2.1 kubectl --server=https://192.0.2.1:6443 get pods',
];

test('a command that names an outside address is stopped, and says why', { skip }, async () => {
  const outcomes = await verify(
    OUTSIDE.map((line) => ({ lines: [line] })),
    await newestKubectl(),
  );
  const verdicts = outcomes.map(({ verdicts: [verdict] }, index) => ({ line: OUTSIDE[index], ...verdict }));
  for (const { line, verdict, why } of verdicts) {
    assert.equal(verdict, 'refused', line);
    assert.match(why ?? '', /it asks for \S+, and nothing leaves this machine/, line);
  }
});

// An address of this machine that is not loopback stands for the outside: nothing may arrive there.
const address = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
const why = skip || (address ? false : 'this machine has no address but loopback');

test('nothing arrives at an address that is not loopback', { skip: why }, async () => {
  let arrived = 0;
  const server = createServer((_, response) => {
    arrived += 1;
    response.end('{}');
  });
  await new Promise<void>((done) => server.listen(0, address, done));
  const url = `http://${address}:${(server.address() as AddressInfo).port}`;
  try {
    const lines = [`kubectl --server=${url} get pods`, `kubectl apply -f ${url}/x.yaml`, `kubectl get --raw ${url}/x`];
    const outcomes = await verify(
      lines.map((line) => ({ lines: [line] })),
      await newestKubectl(),
    );
    assert.deepEqual(
      outcomes.map(({ verdicts: [verdict] }) => verdict?.verdict),
      lines.map(() => 'refused'),
    );
    assert.equal(arrived, 0);
  } finally {
    server.close();
  }
});
