import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { findJail } from '../../scripts/verify/jail.ts';
import { performAll } from '../../scripts/verify/perform.ts';
import { verify } from '../../scripts/verify/verify.ts';
import { newestKubectl, skip } from './kubectl.ts';

const OUTSIDE = [
  'kubectl --server=https://192.0.2.1:6443 get pods',
  'kubectl apply -f https://exemple.fr/deployment.yaml',
  'kubectl get pods -s http://cluster.exemple.fr',
  'kubectl config set-cluster loin --server=https://192.0.2.1 && kubectl config set-context loin --cluster=loin && kubectl --context=loin get pods',
  'HTTPS_PROXY= NO_PROXY=192.0.2.1 kubectl --server=https://192.0.2.1:6443 get pods',
  'env -u HTTPS_PROXY -u HTTP_PROXY kubectl --server=https://192.0.2.1:6443 get pods',
  'kubectl get pods --server=https://192.0.2.1 --tls-server-name=kubernetes --insecure-skip-tls-verify',
  // Proxies: of the environment, and of a configuration, which kubectl prefers.
  'HTTPS_PROXY=http://192.0.2.1:3128 kubectl get pods',
  'export https_proxy=socks5://moi:secret@192.0.2.1:1080; kubectl get pods',
  'kubectl config set-cluster carnet --proxy-url=http://192.0.2.1:3128 && kubectl get pods',
  'kubectl --kubeconfig=autre config set-cluster loin --server=https://192.0.2.1 && kubectl --kubeconfig=autre config set-context loin --cluster=loin && kubectl --kubeconfig autre --context=loin get pods',
  'kubectl --kubeconfig=autre config set-cluster loin --server=https://127.0.0.1 --proxy-url=http://192.0.2.1 && kubectl --kubeconfig=autre config set-context loin --cluster=loin && kubectl --kubeconfig=autre --context=loin get pods',
  'kubectl apply -k https://exemple.fr/projet.git',
  'kubectl create -f https://exemple.fr/pod.yaml',
];
const OF_THIS_MACHINE = [
  'HTTPS_PROXY=socks5://localhost:1080 kubectl get pods',
  'HTTP_PROXY=http://127.0.0.1:1 kubectl get pods',
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

test('a proxy of this machine is not the outside', { skip }, async () => {
  const outcomes = await verify(
    OF_THIS_MACHINE.map((line) => ({ lines: [line] })),
    await newestKubectl(),
  );
  assert.deepEqual(
    outcomes.map(({ verdicts: [verdict] }) => verdict?.verdict),
    OF_THIS_MACHINE.map(() => 'ok'),
  );
});

const noJail = findJail() ? false : 'this system makes no network namespace (unshare, ip)';

test('lines run with no network but loopback, whatever program they use', { skip: skip || noJail }, async () => {
  const lines = ['cat /proc/net/dev', 'exec 3<>/dev/tcp/192.0.2.1/80', '/usr/bin/curl http://192.0.2.1/'];
  const [devices, socket, curl] = await verify(
    lines.map((line) => ({ lines: [line] })),
    await newestKubectl(),
  );
  const names = devices?.runs[0]?.output.match(/^ *[\w@.-]+(?=:)/gm)?.map((name) => name.trim());
  // The kernel adds tunnels that are down to each network: only loopback has an address and a route.
  assert.deepEqual(
    names?.filter((name) => !/^(?:tunl|sit|ip6tnl|gre|gretap|erspan|ip_vti|ip6_vti|ip6gre)\d$/.test(name)),
    ['lo'],
  );
  assert.match(socket?.verdicts[0]?.why ?? '', /Network is unreachable/);
  assert.match(curl?.verdicts[0]?.why ?? '', /curl is not run here/);
});

// An address of this machine that is not loopback stands for the outside: nothing may arrive there.
const address = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
const why = skip || (address ? false : 'this machine has no address but loopback');

// Without a namespace: where the system makes none, the proxy alone stops what is bound for elsewhere.
test(
  'nothing arrives at an address that is not loopback, without a network of its own either',
  { skip: why },
  async () => {
    let arrived = 0;
    const server = createServer((_, response) => {
      arrived += 1;
      response.end('{}');
    });
    await new Promise<void>((done) => server.listen(0, address, done));
    const url = `http://${address}:${(server.address() as AddressInfo).port}`;
    try {
      const lines = [
        `kubectl --server=${url} get pods`,
        `kubectl apply -f ${url}/x.yaml`,
        `kubectl get --raw ${url}/x`,
        `HTTP_PROXY=${url} kubectl get pods`,
        `kubectl config set-cluster carnet --proxy-url=${url} && kubectl get pods`,
        `env -u HTTP_PROXY kubectl -s ${url} get pods`,
      ];
      const outcomes = await performAll(
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
  },
);
