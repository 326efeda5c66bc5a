import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DIST } from '../site/dist.ts';
import { serveSite, SKIP, type Server } from './server.ts';

let server: Server;
before(async () => {
  if (!SKIP) server = await serveSite(DIST, { redirects: [{ from: '/objets/ancien/', to: '/objets/pod/' }] });
});
after(() => (SKIP ? undefined : server.stop()));

const raw = (line: string, headers = 'Host: localhost\r\n'): string => `${line}\r\n${headers}Connection: close\r\n\r\n`;
const statusOf = (text: string): string => /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 'none';

// Side by side: the slow ones wait for nginx to lose patience.
describe('odd requests', { skip: SKIP, concurrency: true }, () => {
  test('no path leads out of the site', async () => {
    const outside = ['etc/passwd', 'state/nginx.pid', 'nginx.conf'];
    const ways = [
      '/../',
      '/../../',
      '/%2e%2e/',
      '/..%2f',
      '/%2e%2e%2f%2e%2e%2f',
      '/objets/..%2f..%2f../',
      '/.%2e/',
      '/%c0%ae%c0%ae/',
    ];
    for (const way of [...ways, '/..\\', '/..%5c', '//', '/%2f', '/objets/%252e%252e/'])
      for (const file of outside) {
        const { text } = await server.send(raw(`GET ${way}${file} HTTP/1.1`));
        assert.match(statusOf(text), /^40[04]$/, way + file);
        assert.doesNotMatch(text, /root:|worker_processes/);
      }
  });

  test('a path that climbs and comes back inside is the page that it names', async () => {
    for (const path of ['/objets/../objets/pod/', '/objets%2fpod%2f', '/objets/%2e/pod/', '//objets///pod/'])
      assert.equal(statusOf((await server.send(raw(`GET ${path} HTTP/1.1`))).text), '200', path);
  });

  test('no redirect leads to another site', async () => {
    for (const path of [
      '//evil.example',
      '//evil.example/',
      '/\\evil.example',
      '//evil.example/%2e%2e',
      '//evil.example/..',
      '/%5cevil.example',
      '//objets/pod',
      '/objets/pod%0d%0aLocation:%20https:evil',
    ]) {
      const { text } = await server.send(
        raw(`GET ${path} HTTP/1.1`, 'Host: evil.example\r\nX-Forwarded-Host: evil.example\r\n'),
      );
      const location = /^Location: (.*)$/m.exec(text)?.[1]?.trim();
      assert.match(location ?? '/', /^\/(?![/\\])/, path);
      assert.doesNotMatch(text.split('\r\n\r\n')[0] ?? '', /evil/, path);
    }
  });

  test('a redirect keeps the question mark and what follows, and nothing in it moves the site', async () => {
    const { text } = await server.send(raw('GET /objets/ancien/?//evil.example%0d%0aX: HTTP/1.1'));
    assert.match(text, /^Location: \/objets\/pod\/\?\/\/evil\.example%0d%0aX:\r$/m);
  });

  test('a request that is not HTTP, has no host or two, or holds a NUL is refused', async () => {
    const bad = [
      'GARBAGE\r\n\r\n',
      raw('GET / HTCPCP/1.0'),
      raw('GET / HTTP/1.1', ''),
      raw('GET / HTTP/1.1', 'Host: a\r\nHost: b\r\n'),
      raw('GET / HTTP/1.1', 'Host: ../etc\r\n'),
      raw('GET /%00 HTTP/1.1'),
      raw('GET /objets/pod/%00.html HTTP/1.1'),
      raw('GET /objets/\0pod/ HTTP/1.1'),
      raw('GET /%zz HTTP/1.1'),
      raw('GET / HTTP/1.1', 'Host: localhost\r\nContent-Length: -1\r\n'),
      raw('GET / HTTP/1.1', 'Host: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n'),
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
    ];
    for (const bytes of bad) {
      const { text } = await server.send(bytes);
      assert.match(statusOf(text), /^(?:400|404)$/, JSON.stringify(bytes.slice(0, 60)));
      assert.doesNotMatch(text, /nginx\/\d/, 'the version stays unsaid');
    }
  });

  test('only GET and HEAD are answered, and the others are told so', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'FROB'])
      for (const path of ['/', '/objets/pod/', '/objets/ancien/', '/nulle-part/']) {
        const { text } = await server.send(raw(`${method} ${path} HTTP/1.1`));
        assert.match(statusOf(text), method === 'CONNECT' ? /^40[05]$/ : /^405$/, `${method} ${path}`);
        if (statusOf(text) === '405') assert.ok(method === 'TRACE' || /^Allow: GET, HEAD\r$/m.test(text), method);
      }
    const { text } = await server.send(raw('POST / HTTP/1.1', `Host: localhost\r\nContent-Length: 100000\r\n`));
    assert.match(statusOf(text), /^(?:405|413)$/, 'a body is not waited for');
  });

  test('an address or a header past its limit is refused, and the next request is answered', async () => {
    for (const [bytes, status] of [
      [raw(`GET /${'a'.repeat(7000)} HTTP/1.1`), '404'],
      [raw(`GET /${'a'.repeat(9000)} HTTP/1.1`), '414'],
      [raw(`GET /?${'%41'.repeat(100_000)} HTTP/1.1`), '414'],
      [raw('GET / HTTP/1.1', `Host: localhost\r\nCookie: ${'a'.repeat(9000)}\r\n`), '431'],
      [raw('GET / HTTP/1.1', `Host: localhost\r\n${'X-A: b\r\n'.repeat(10_000)}`), '431'],
    ] as const) {
      const { text } = await server.send(bytes);
      assert.equal(statusOf(text), status, `${bytes.slice(0, 30)}… of ${bytes.length}`);
    }
    assert.equal((await server.ask('/')).status, 200);
  });

  test('a client that stops in the middle of its request is let go after ten seconds', async () => {
    const started = await Promise.all(
      ['GET / HT', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', ''].map((bytes) => server.send(bytes)),
    );
    for (const { text, milliseconds } of started) {
      assert.match(statusOf(text), /^(?:none|408)$/);
      assert.ok(milliseconds > 9000 && milliseconds < 14_000, `${milliseconds} ms`);
    }
  });

  test('two hundred clients that say nothing do not keep a reader waiting', async () => {
    const idle = Array.from({ length: 200 }, () => server.send('GET / HTTP/1.1\r\nX: '));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const start = Date.now();
    assert.equal((await server.ask('/objets/pod/')).status, 200);
    assert.ok(Date.now() - start < 1000);
    await Promise.all(idle);
  });
});
