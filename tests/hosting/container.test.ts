import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import packageFile from '../../package.json' with { type: 'json' };
import { DIST } from '../site/dist.ts';
import { image, instructions, lastStage, PROJECT, read } from './dockerfile.ts';
import { copySite, NGINX, SKIP } from './server.ts';

test('the image is built by the Node of the project, from images of a known version, and run by a user who is not root', () => {
  const froms = instructions
    .filter(([name]) => name === 'FROM')
    .map(([, one]) => one.replace('--platform=$BUILDPLATFORM ', ''));
  assert.equal(froms.pop(), 'scratch', 'what builds stays out of what serves, and a whole Debian too');
  assert.ok(
    froms[0]?.startsWith(`node:${packageFile.dependencies.node}-`),
    `${froms[0]} is not the Node of package.json`,
  );
  for (const from of froms) assert.match(from, /^[\w./-]+:[\w.-]+(?:@sha256:[0-9a-f]{64})?(?: AS \w+)?$/);
  assert.ok(image.uid >= 10_000);
  assert.equal(image.stopSignal, 'SIGQUIT');
  assert.deepEqual(image.entrypoint, ['/usr/sbin/nginx', '-g', 'daemon off;']);
});

test('the image starts nothing that it does not hold, and needs no sh, which it has not', () => {
  for (const [program] of [image.entrypoint, image.probe])
    assert.ok(program && image.programs.includes(program), program);
  assert.deepEqual(
    lastStage.filter(([name]) => name === 'RUN'),
    [],
  );
  // Only what a bash does by itself: no other program is there.
  assert.deepEqual(image.probe.slice(0, 2), ['/bin/bash', '-c']);
  const words = image.probe[2]?.split(' && ').map((command) => command.split(' ')[0]);
  assert.deepEqual(words, ['exec', 'printf', 'read', '[[']);
  // The module that nginx.conf loads.
  const [module] = instructions.flatMap(([, value]) => /BROTLI_MODULE=(\S+)/.exec(value)?.slice(1) ?? []);
  assert.ok(module && image.programs.includes(module), module);
});

test('each argument of the build is a setting of the README, and no job gives another', () => {
  const names = instructions.flatMap(([name, value]) => (name === 'ARG' ? [value.replace(/=.*/, '')] : []));
  const readme = read('README.md');
  const said = /For a container, (.*?) are build arguments/.exec(readme)?.[1]?.match(/\w+(?=`)/g) ?? [];
  assert.deepEqual(said.toSorted(), names.toSorted());
  for (const name of names) assert.match(readme, new RegExp(`^\\|[^|]*\`${name}\\b`, 'm'));
  const given = [...read('.github/workflows/release.yml').matchAll(/--build-arg (\w+)/g)].map(([, name]) => name ?? '');
  assert.ok(given.length > 0);
  for (const name of given) assert.ok(names.includes(name), name);
});

test('what the Dockerfile copies and runs is there', () => {
  for (const [, value] of instructions.filter(([name, line]) => name === 'COPY' && !line.startsWith('--from')))
    for (const path of value.split(' ').slice(0, -1)) assert.ok(existsSync(join(PROJECT, path)), path);
  const scripts = instructions.flatMap(([, line]) =>
    [...line.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name),
  );
  assert.deepEqual(scripts, ['build', 'compress', 'hosting:nginx']);
  for (const name of scripts) assert.ok(name && name in packageFile.scripts, `${name} is no script of package.json`);
});

test('the image is made of what is committed: not of what was built, installed or tested here', () => {
  const lines = (path: string): string[] =>
    read(path)
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.replace(/\/$/, ''));
  // At the root: the only place where docker, podman and buildah all look.
  const ignored = lines('.dockerignore');
  assert.deepEqual(
    lines('.gitignore').filter((path) => !ignored.includes(path)),
    [],
  );
  const needed = ['src', 'content', 'public', 'scripts', 'package.json', 'package-lock.json', '.git'];
  assert.deepEqual(
    needed.filter((path) => ignored.includes(path)),
    [],
  );
});

/** As the image and the cluster do: nothing can be written but /tmp, which is empty; another user, no capability, no new right. */
const CONTAINED = `set -e
mount --make-rprivate /
mount --bind "$FOLDER" /srv
mount --bind / /
mount -o remount,ro,bind /
mount -t tmpfs tmpfs /tmp
# As several engines start a container, whatever the machine allows.
ulimit -S -n 1024
exec setpriv --reuid ${image.uid} --regid ${image.gid} --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs "$@"`;
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
      assert.match(process, new RegExp(`^Uid:\\t${image.uid}\\t`, 'm'));
      assert.match(process, /^CapEff:\t0+$/m);
      const [shell = '', ...rest] = image.probe.map((word) => word.replace(String(image.port), String(port)));
      const health = (): number | null => spawnSync(shell, rest, { stdio: 'ignore' }).status;
      assert.equal(health(), 0, 'the health check says yes');
      const exit = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGQUIT');
      assert.equal(await exit, 0, 'it stops by itself when asked to');
      assert.notEqual(health(), 0, 'and the health check says no');
    } finally {
      // Its workers stop with it, as they would not if it were killed.
      child.kill('SIGTERM');
      remove();
    }
  },
);
