import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseCluster } from '../../scripts/capture/normalise.ts';
import { captureLocal, examplesWith, readOutputs } from '../../scripts/capture/outputs.ts';
import { newestKubectl, skip } from './kubectl.ts';

test('the outputs that need no cluster are still what kubectl prints', { skip }, async () => {
  const kept = (await readOutputs()).filter(({ source }) => source === 'local');
  const now = await captureLocal(await newestKubectl(), await examplesWith('local'));
  const order = (a: { command: string }, b: { command: string }): number => (a.command < b.command ? -1 : 1);
  assert.deepEqual(now.sort(order), kept, 'run « npm run capture » and commit src/data/outputs.json');
});

test('a table of a cluster is shown without its ages, hashes and addresses, its columns laid out again, its Pods still apart', () => {
  const text = `NAME                        READY   STATUS    RESTARTS        AGE    IP
boutique-6f9c8b7d54-abcde   1/1     Running   12 (3d4h ago)   4d2h   10.244.1.17
boutique-6f9c8b7d54-fghij   1/1     Running   0               4d2h   10.244.2.9
base-0                      1/1     Running   0               12m    10.244.1.18
migration-n5ls9             1/1     Running   0               12m    10.244.1.17

NAME                                  DESIRED   CURRENT   READY   AGE
replicaset.apps/boutique-6f9c8b7d54   2         2         2       4d2h
`;
  assert.equal(
    normaliseCluster(text),
    `NAME                       READY   STATUS    RESTARTS      AGE   IP
boutique-5d8f7c9b6-x2x7q   1/1     Running   12 (5m ago)   5m    10.0.0.1
boutique-5d8f7c9b6-k8v4m   1/1     Running   0             5m    10.0.0.2
base-0                     1/1     Running   0             5m    10.0.0.3
migration-w9dtz            1/1     Running   0             5m    10.0.0.1

NAME                                 DESIRED   CURRENT   READY   AGE
replicaset.apps/boutique-5d8f7c9b6   2         2         2       5m`,
  );
});

test('a description and a manifest of a cluster are shown without what varies', () => {
  const text = `Name:             boutique-6f9c8b7d54-abcde
Node:             minikube/192.168.49.2
Start Time:       Mon, 02 Nov 2026 10:00:01 +0100
Labels:           pod-template-hash=6f9c8b7d54
IP:               10.244.0.7
    Container ID:   containerd://${'ab12'.repeat(16)}
  Normal  Pulled  3m (x5 over 10m)  kubelet  ok
  creationTimestamp: "2026-11-02T09:00:01Z"
  resourceVersion: "48213"
  uid: 0b6c1f0e-9a51-4c3e-8f6a-2f9d3c6b7a10`;
  assert.equal(
    normaliseCluster(text),
    `Name:             boutique-5d8f7c9b6-x2x7q
Node:             minikube/192.0.0.1
Start Time:       Thu, 01 Jan 2026 08:00:00 +0000
Labels:           pod-template-hash=5d8f7c9b6
IP:               10.0.0.1
    Container ID:   containerd://0f1e…
  Normal  Pulled  3m (x5 over 5m)  kubelet  ok
  creationTimestamp: "2026-01-01T08:00:00Z"
  resourceVersion: "1"
  uid: 4f2c7b1e-0000-4000-8000-000000000000`,
  );
});

test('a table whose columns are parted by two spaces keeps them', () => {
  const text = 'REVISION  CHANGE-CAUSE\n1         <none>\n2         passage à nginx 1.28';
  assert.equal(normaliseCluster(text), text);
});

test('what an output must not publish is taken out: a token, the fingerprint of a certificate', () => {
  const text = `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrIn0.c2ln-bmF0_dXJl
Extra: authentication.kubernetes.io/credential-id   [X509SHA256=${'0af9'.repeat(16)}]
8080:30667/TCP, 80/TCP`;
  assert.equal(
    normaliseCluster(text),
    `eyJhbGciOi…
Extra: authentication.kubernetes.io/credential-id   [X509SHA256=0f1e…]
8080:30080/TCP, 80/TCP`,
  );
});
