import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { renderBalancer } from '../../scripts/hosting/balancer.ts';
import { DIST } from '../site/dist.ts';
import { makeServer, serveSame, serveSite, SKIP } from './server.ts';

const CLIENTS = 16;
const PATHS = ['/', '/objets/pod/', '/commandes/kubectl-get/', '/favicon.svg', '/commandes.json'];

test('when one of two instances is killed under load, no request is lost', { skip: SKIP }, async () => {
  const one = await serveSite(DIST);
  const [two, balancer] = await Promise.all([serveSame(one), makeServer()]);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  try {
    await balancer.start(renderBalancer(`127.0.0.1:${balancer.port}`, [one.port, two.port], balancer.folder));
    const lost: string[] = [];
    let answered = 0;
    let isOver = false;
    const ask = (path: string): Promise<void> =>
      new Promise((resolve) => {
        const fail = (error: Error): void => {
          lost.push(`${path}: ${error.message}`);
          resolve();
        };
        request({ port: balancer.port, path, agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
          let size = 0;
          response.on('data', (chunk: Buffer) => (size += chunk.length));
          response.on('error', fail);
          response.on('end', () => {
            const isWhole = response.statusCode === 200 && size === Number(response.headers['content-length']);
            if (!isWhole) lost.push(`${path}: ${response.statusCode}, ${size} bytes`);
            answered += 1;
            resolve();
          });
        })
          .on('error', fail)
          .end();
      });
    const clients = Array.from({ length: CLIENTS }, async (_, client) => {
      for (let turn = client; !isOver; turn += 1) await ask(PATHS[turn % PATHS.length] ?? '/');
    });
    await sleep(800);
    const before = answered;
    one.kill();
    await sleep(1500);
    isOver = true;
    await Promise.all(clients);
    assert.deepEqual(lost.slice(0, 5), []);
    assert.ok(before > 50 && answered > before + 50, `${before} requests before, ${answered - before} after`);
    await assert.rejects(one.ask('/'), 'the killed one is dead');
  } finally {
    agent.destroy();
    await Promise.all([two.stop(), balancer.stop(), one.stop()]);
  }
});
