// Prints how many requests a second nginx answers on loopback, and how long the slowest wait: npm run bench:hosting
// Not in the test line: times are the machine's. Needs wrk (Debian: apt-get install wrk) and a built site.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serveSite, SKIP } from '../../tests/hosting/server.ts';

const CONNECTIONS = 64;
const SECONDS = 5;
const PATHS = ['/', '/commandes/kubectl-get/', '/commandes/', '/commandes.json', '/favicon.svg'];

if (SKIP) throw new Error(SKIP);
if (spawnSync('wrk', ['--version']).error) throw new Error('no wrk here: install it (Debian: apt-get install wrk)');
const server = await serveSite(fileURLToPath(new URL('../../dist/', import.meta.url)));
try {
  console.log(`${CONNECTIONS} connections, ${SECONDS} s each, brotli or gzip accepted`);
  for (const path of PATHS) {
    const size = (await server.ask(path, { 'accept-encoding': 'gzip, br' })).body.length;
    const output = execFileSync(
      'wrk',
      [
        '--threads=2',
        `--connections=${CONNECTIONS}`,
        `--duration=${SECONDS}s`,
        '--latency',
        '--timeout=5s',
        '--header=Accept-Encoding: gzip, br',
        server.origin + path,
      ],
      { encoding: 'utf8' },
    );
    const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]);
    const slowest = /99%\s+(\S+)/.exec(output)?.[1] ?? '?';
    const errors = /Socket errors: .*|Non-2xx or 3xx responses: .*/.exec(output)?.[0];
    console.log(
      `${path.padEnd(26)} ${String(size).padStart(6)} bytes  ${Math.round(rate)} requests/s  99 % under ${slowest}  ${errors ?? 'no error'}`,
    );
    if (errors) process.exitCode = 1;
  }
} finally {
  await server.stop();
}
