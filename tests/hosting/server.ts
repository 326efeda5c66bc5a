import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compressSite } from '../../scripts/hosting/compress.ts';
import { needNginx } from '../../scripts/hosting/find-nginx.ts';
import { renderNginx, type NginxOptions } from '../../scripts/hosting/nginx.ts';

/** The installed nginx; undefined where there is none, with why in `SKIP`. */
export const NGINX = needNginx();
/** For the `skip` of a test that runs nginx. */
export const SKIP = NGINX
  ? false
  : 'no nginx here: install it (Debian: apt-get install nginx-light), or set NGINX_PATH';
/** Enough to see what is sent as it is, without the time of the best. */
const QUICK = 4;
/** As in the container: a user who owns nothing. Only root can become another. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One nginx on loopback, in a folder of its own. */
export class Server {
  readonly port: number;
  readonly folder: string;
  #process: ChildProcess | undefined;
  constructor(port: number, folder: string) {
    this.port = port;
    this.folder = folder;
  }
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  get pid(): number {
    return this.#process?.pid ?? 0;
  }
  /** Starts nginx on a configuration, and waits until it listens. @throws Error with what nginx says when it does not start */
  async start(configuration: string): Promise<void> {
    writeFileSync(join(this.folder, 'nginx.conf'), configuration);
    const output: Buffer[] = [];
    const child = spawn(NGINX?.path ?? 'nginx', ['-p', this.folder, '-c', 'nginx.conf', '-g', 'daemon off;'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...NOBODY,
    });
    child.stderr.on('data', (data: Buffer) => output.push(data));
    this.#process = child;
    for (let tries = 0; tries < 300; tries += 1) {
      if (child.exitCode !== null) break;
      if (
        await this.ask('/healthz').then(
          ({ status }) => status === 200,
          () => false,
        )
      )
        return;
      await sleep(50);
    }
    throw new Error(`nginx does not start:\n${Buffer.concat(output).toString()}`);
  }
  /** One request, its path sent as it is written. Nothing is unpacked, no redirect followed. */
  ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: this.port, path, headers, method, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
        });
        response.on('error', reject);
      });
      asked.on('error', reject);
      asked.end();
    });
  }
  /** Sends bytes as they are and gives what comes back until nginx closes, with how long that took. */
  send(bytes: string, limit = 15_000): Promise<{ text: string; milliseconds: number }> {
    return new Promise((resolve, reject) => {
      const start = Date.now();
      let text = '';
      const socket = connect(this.port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
      const timer = setTimeout(() => {
        socket.destroy();
        reject(new Error(`still open after ${limit} ms: ${text.slice(0, 200)}`));
      }, limit);
      const end = (): void => {
        clearTimeout(timer);
        resolve({ text, milliseconds: Date.now() - start });
      };
      socket.on('data', (data) => (text += data.toString('latin1')));
      socket.on('error', end);
      socket.on('close', end);
    });
  }
  /** Stops at once, as a machine that fails. */
  kill(): void {
    const pid = this.#process?.pid;
    if (pid === undefined) return;
    // The workers too, which would go on serving; after the master, which would start others.
    const all = [pid, ...readChildren(pid)];
    for (const one of all) process.kill(one, 'SIGKILL');
  }
  async stop(): Promise<void> {
    const child = this.#process;
    if (child?.exitCode === null && child.signalCode === null) {
      const closed = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await closed;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function readChildren(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** A port of loopback that nobody listens on. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A folder of its own that the user of nginx may read and write, and a free port. */
async function makePlace(): Promise<{ folder: string; port: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
  chmodSync(folder, 0o777);
  return { folder, port: await findPort() };
}

/** A server to start on any configuration. */
export async function makeServer(): Promise<Server> {
  const { folder, port } = await makePlace();
  return new Server(port, folder);
}

/** A compressed copy of a built site in the `site` of a folder, and a port to serve it on. */
export async function copySite(
  dist: string,
  base = '/',
): Promise<{ folder: string; port: number; remove: () => void }> {
  const place = await makePlace();
  cpSync(dist, join(place.folder, 'site', base), { recursive: true });
  await compressSite(join(place.folder, 'site'), QUICK);
  const remove = (): void => {
    rmSync(place.folder, { recursive: true, force: true });
  };
  return { ...place, remove };
}

/** Serves a compressed copy of a built site as the container does. */
export async function serveSite(
  dist: string,
  options: Partial<Pick<NginxOptions, 'base' | 'hsts' | 'redirects'>> = {},
): Promise<Server> {
  const { folder, port } = await copySite(dist, options.base);
  return serveFolder(new Server(port, folder), join(folder, 'site'), options);
}

/** Serves what another server serves: a second instance. */
export async function serveSame({ folder }: Server): Promise<Server> {
  return serveFolder(await makeServer(), join(folder, 'site'));
}

async function serveFolder(server: Server, root: string, options: Partial<NginxOptions> = {}): Promise<Server> {
  const configuration = renderNginx({
    base: '/',
    root,
    state: server.folder,
    listen: `127.0.0.1:${server.port}`,
    accessLog: 'off',
    brotliModule: NGINX?.brotliModule,
    redirects: [],
    ...options,
  });
  await server.start(configuration);
  return server;
}
