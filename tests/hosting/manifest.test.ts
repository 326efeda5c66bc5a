import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { image, read } from './dockerfile.ts';

interface Probe {
  readonly httpGet?: { readonly path: string; readonly port: string };
}
interface Container {
  readonly ports: readonly [{ readonly name: string; readonly containerPort: number }];
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly lifecycle: { readonly preStop: { readonly sleep?: { readonly seconds: number } } };
  readonly resources: { readonly limits: { readonly memory: string } };
  readonly securityContext: { readonly readOnlyRootFilesystem: boolean };
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}
interface Volume {
  readonly name: string;
  readonly emptyDir: { readonly medium: string; readonly sizeLimit: string };
}
/** What is read here of the objects of the manifests. */
interface Declared {
  readonly kind: string;
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly terminationGracePeriodSeconds?: number;
        readonly securityContext: { readonly runAsUser: number; readonly runAsGroup: number };
        readonly containers: readonly [Container];
        readonly volumes: readonly Volume[];
      };
    };
    readonly ports: readonly { readonly targetPort: string }[];
    readonly ingress: readonly { readonly ports: readonly { readonly port: string }[] }[];
  };
}

const objects = ['carnet.yaml', 'carnet-production.yaml'].flatMap((file) =>
  parseAllDocuments(read(`content/tutorials/manifests/${file}`)).map((one) => one.toJS() as Declared),
);
function specOf(kind: string): Declared['spec'] {
  const found = objects.find((one) => one.kind === kind);
  if (!found) throw new Error(`no ${kind} in the manifests of the tutorials`);
  return found.spec;
}
const pod = specOf('Deployment').template.spec;
const [container] = pod.containers;
const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe];
/** `64Mi` → 64 */
const mebibytes = (quantity: string): number => Number(/^(\d+)Mi$/.exec(quantity)?.[1]);

test('the manifest runs the image as its own user and group', () => {
  assert.deepEqual(pod.securityContext.runAsUser, image.uid);
  assert.deepEqual(pod.securityContext.runAsGroup, image.gid);
});

test('one port goes from the image to the Service, the probes and the network policy', () => {
  const [port] = container.ports;
  assert.equal(port.containerPort, image.port);
  const names = [
    ...probes.map(({ httpGet }) => httpGet?.port),
    ...specOf('Service').ports.map(({ targetPort }) => targetPort),
    ...specOf('NetworkPolicy').ingress.flatMap(({ ports }) => ports.map((one) => one.port)),
  ];
  assert.deepEqual(names, Array(5).fill(port.name));
});

test('the cluster asks whether nginx lives where the image itself does, and whether it is ready at a page', () => {
  const [startup, liveness, readiness] = probes.map(({ httpGet }) => httpGet?.path ?? '');
  assert.ok(image.probe.at(-1)?.includes(`GET ${startup} `));
  assert.equal(liveness, startup);
  assert.equal(readiness, '/');
  assert.match(read('scripts/hosting/nginx.conf'), new RegExp(`location = ${startup} `));
});

test('the one folder that is not read-only is the one that nginx writes in, and what it holds fits in the memory', () => {
  const state = /env\.STATE \?\? '([^']+)'/.exec(read('scripts/hosting/write-nginx.ts'))?.[1];
  assert.equal(container.securityContext.readOnlyRootFilesystem, true);
  assert.deepEqual(
    container.volumeMounts.map(({ mountPath }) => mountPath),
    [state],
  );
  const [volume] = pod.volumes;
  assert.equal(volume?.name, container.volumeMounts[0]?.name);
  // A folder in memory counts as memory of its Pod; nginx takes 20 MiB at most.
  assert.equal(volume?.emptyDir.medium, 'Memory');
  assert.ok(mebibytes(volume.emptyDir.sizeLimit) + 20 < mebibytes(container.resources.limits.memory));
});

test('the cluster runs no program in the image, which has none to wait nor to ask with', () => {
  for (const probe of probes) assert.ok(probe.httpGet);
  const seconds = container.lifecycle.preStop.sleep?.seconds ?? 0;
  // The wait and the last answers, up to the slowest that nginx bears, before the cluster kills.
  const slowest = Number(/send_timeout (\d+)s;/.exec(read('scripts/hosting/nginx.conf'))?.[1]);
  assert.ok(seconds > 0 && seconds + slowest < (pod.terminationGracePeriodSeconds ?? 30));
});
