import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import packageFile from '../../package.json' with { type: 'json' };
import { DIST } from '../site/dist.ts';
import { copySite, NGINX, SKIP } from './server.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
/** The instructions of the Dockerfile, continued lines joined: `['FROM', 'node:24 AS build']`. */
const instructions = read('scripts/hosting/Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter(Boolean)
  .map((line) => /^(\w+) (.*)$/.exec(line)?.slice(1) as [string, string]);
const lastStage = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'));
const valueOf = (name: string): string => lastStage.find(([one]) => one === name)?.[1] ?? '';
const uid = Number(valueOf('USER').split(':')[0]);
const probe = (JSON.parse(valueOf('HEALTHCHECK').replace(/^.*?CMD /, '')) as string[]).slice(0, 3);

test('the image is built by the Node of the project, from images of a known version, and run by a user who is not root', () => {
  const froms = instructions.filter(([name]) => name === 'FROM').map(([, image]) => image);
  assert.equal(froms.length, 2, 'what builds stays out of what serves');
  assert.ok(
    froms[0]?.startsWith(`node:${packageFile.dependencies.node}-`),
    `${froms[0]} is not the Node of package.json`,
  );
  for (const image of froms) assert.match(image, /^[\w./-]+:[\w.-]+(?:@sha256:[0-9a-f]{64})?(?: AS \w+)?$/);
  assert.ok(uid >= 10_000);
  assert.equal(valueOf('STOPSIGNAL'), 'SIGQUIT');
  assert.deepEqual(JSON.parse(valueOf('ENTRYPOINT')), ['nginx', '-g', 'daemon off;']);
});

test('what the Dockerfile copies and runs is there', () => {
  for (const [, value] of instructions.filter(([name, line]) => name === 'COPY' && !line.startsWith('--from')))
    for (const path of value.split(' ').slice(0, -1)) assert.ok(existsSync(join(PROJECT, path)), path);
  const scripts = instructions.flatMap(([, line]) =>
    [...line.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name),
  );
  assert.deepEqual(scripts, ['build', 'compress', 'hosting:nginx']);
  for (const name of scripts) assert.ok(name && name in packageFile.scripts, `${name} is no script of package.json`);
  const needed = ['src', 'content', 'public', 'scripts', 'package.json', 'package-lock.json', '.git'];
  const ignored = read('scripts/hosting/Dockerfile.dockerignore')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  assert.deepEqual(
    needed.filter((path) => ignored.includes(path)),
    [],
  );
});

test('the manifest runs the image as it is made: same user, same port, same probe, same folder to write in', () => {
  const objects = parseAllDocuments(read('content/tutorials/manifests/carnet.yaml')).map(
    (one) => one.toJS() as Record<string, unknown>,
  );
  const deployment = objects.find(({ kind }) => kind === 'Deployment') as {
    spec: { template: { spec: { securityContext: { runAsUser: number }; containers: Record<string, never>[] } } };
  };
  const pod = deployment.spec.template.spec;
  const container = pod.containers[0] as unknown as {
    ports: [{ containerPort: number }];
    startupProbe: { httpGet: { path: string } };
    volumeMounts: { mountPath: string }[];
  };
  assert.equal(pod.securityContext.runAsUser, uid);
  assert.equal(String(container.ports[0].containerPort), valueOf('EXPOSE'));
  assert.ok(probe[2]?.includes(`GET ${container.startupProbe.httpGet.path} `));
  assert.deepEqual(
    container.volumeMounts.map(({ mountPath }) => mountPath),
    ['/tmp'],
  );
});

/** As the image and the cluster do: nothing can be written but /tmp, which is empty; another user, no capability, no new right. */
const CONTAINED = `set -e
mount --make-rprivate /
mount --bind "$FOLDER" /srv
mount --bind / /
mount -o remount,ro,bind /
mount -t tmpfs tmpfs /tmp
exec setpriv --reuid ${uid} --regid ${uid} --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs "$@"`;
const canContain = !SKIP && spawnSync('unshare', ['--mount', 'setpriv', '--version']).status === 0;
const skip = SKIP || (canContain ? false : 'only root can make a read-only file system: run as root on Linux');

test(
  'nginx serves the site on a read-only file system, as the user of the image, without any capability',
  { skip },
  async () => {
    const { folder, port, remove } = await copySite(DIST);
    const configuration = execFileSync(process.execPath, ['scripts/hosting/write-nginx.ts'], {
      cwd: PROJECT,
      encoding: 'utf8',
      // What the Dockerfile passes, but for the port, which may be taken here, and the log.
      env: { ...process.env, LISTEN: String(port), ACCESS_LOG: 'off', BROTLI_MODULE: NGINX?.brotliModule ?? '' },
    });
    writeFileSync(join(folder, 'nginx.conf'), configuration);
    const command = [
      '--mount',
      'sh',
      '-c',
      CONTAINED,
      'sh',
      NGINX?.path ?? '',
      '-c',
      '/srv/nginx.conf',
      '-g',
      'daemon off;',
    ];
    const child = spawn('unshare', command, {
      env: { ...process.env, FOLDER: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    try {
      const ask = (): Promise<number> =>
        new Promise((resolve) => {
          get({ port, path: '/objets/pod/' }, (response) => {
            resolve(response.resume().statusCode ?? 0);
          }).on('error', () => {
            resolve(0);
          });
        });
      let status = 0;
      for (let tries = 0; tries < 300 && status === 0 && child.exitCode === null; tries += 1) {
        await sleep(50);
        status = await ask();
      }
      assert.deepEqual([status, said], [200, '']);
      const process = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      assert.match(process, new RegExp(`^Uid:\\t${uid}\\t`, 'm'));
      assert.match(process, /^CapEff:\t0+$/m);
      const [shell = '', ...rest] = probe.map((word) => word.replace('8080', String(port)));
      const health = (): number | null => spawnSync(shell, rest, { stdio: 'ignore' }).status;
      assert.equal(health(), 0, 'the health check says yes');
      const exit = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGQUIT');
      assert.equal(await exit, 0, 'it stops by itself when asked to');
      assert.notEqual(health(), 0, 'and the health check says no');
    } finally {
      child.kill('SIGKILL');
      remove();
    }
  },
);
