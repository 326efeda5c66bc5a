import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressSite } from '../../scripts/hosting/compress.ts';
import { renderNginx, type NginxOptions } from '../../scripts/hosting/nginx.ts';

const options: NginxOptions = {
  base: '/',
  root: '/srv/site',
  state: '/tmp',
  listen: '8080',
  accessLog: 'off',
  redirects: [],
};

test('a setting that could not stand in the configuration is refused, with its name and its form', () => {
  const bad: readonly [Partial<NginxOptions>, RegExp][] = [
    [{ base: 'notes' }, /BASE: « notes » .*\n.*BASE='\/notes-k8s\/'/],
    [{ base: '/notes' }, /^BASE:/],
    [{ base: '/a b/' }, /^BASE:/],
    [{ root: '/srv/site; }' }, /^ROOT:/],
    [{ listen: 'localhost' }, /^LISTEN:/],
    [{ hsts: '31536000' }, /^HSTS: .*\n.*max-age=31536000; includeSubDomains/],
    [{ hsts: 'max-age=1"; add_header X "y' }, /^HSTS:/],
  ].map(([one, message]) => [one as Partial<NginxOptions>, message as RegExp]);
  for (const [one, message] of bad)
    assert.throws(
      () => renderNginx({ ...options, ...one }),
      ({ message: said }: Error) => message.test(said),
    );
});

test('HSTS is sent only when it is asked for', () => {
  assert.doesNotMatch(renderNginx(options), /Strict-Transport-Security/);
  assert.match(renderNginx({ ...options, hsts: 'max-age=60' }), /Strict-Transport-Security "max-age=60" always/);
});

test('an address of IPv6 that means all takes IPv4 too, and another stays as it is', () => {
  assert.match(renderNginx({ ...options, listen: '[::]:8080' }), /^ +listen \[::\]:8080 ipv6only=off default_server;/m);
  for (const listen of ['8080', '[::1]:8080', '127.0.0.1:8080'])
    assert.ok(renderNginx({ ...options, listen }).includes(` listen ${listen} default_server;`));
});

test('nothing is written outside the folder of the state, so that all the rest may be read-only', () => {
  const lines = renderNginx({ ...options, state: '/only/here' }).split('\n');
  const written = lines.filter((line) => /^\s*(?:pid|\w+_temp_path|error_log|access_log)\s/.test(line));
  assert.equal(written.length, 9);
  for (const line of written) assert.match(line, /\s(?:\/only\/here\/\S+|stderr warn|off);/);
});

test('a text is compressed when it pays, an image and a small text are left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'compress-'));
  const text = 'kubectl get pods '.repeat(200);
  writeFileSync(join(folder, 'long.html'), text);
  writeFileSync(join(folder, 'short.html'), 'kubectl');
  writeFileSync(join(folder, 'image.png'), text);
  writeFileSync(join(folder, 'noise.txt'), randomBytes(4000));
  const { files, bytes } = await compressSite(folder);
  const names = readdirSync(folder).sort();
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const [zipped, brotli] = [read('long.html.gz'), read('long.html.br')];
  rmSync(folder, { recursive: true });
  assert.equal(gunzipSync(zipped).toString(), text);
  assert.equal(brotliDecompressSync(brotli).toString(), text);
  assert.deepEqual(names, ['image.png', 'long.html', 'long.html.br', 'long.html.gz', 'noise.txt', 'short.html']);
  assert.deepEqual([files, bytes], [1, text.length]);
});
