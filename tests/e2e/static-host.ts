import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** A plain static host on a port of its own: it knows files, and no redirect but those it is given. It can be stopped. */
export class StaticHost {
  /** Whether it answers everything with an error of its own. */
  isFailing = false;
  /** Addresses from the root of the site, by those that lead to them. */
  readonly redirects = new Map<string, string>();
  private readonly dist: string;
  private readonly base: string;
  private port = 0;
  private server: Server | undefined;

  constructor(dist: string, base = '/') {
    this.dist = dist;
    this.base = base;
  }

  /** Where the site is: `http://localhost:41234/notes-k8s/`. */
  get root(): string {
    return `http://localhost:${this.port}${this.base}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      if (this.isFailing) {
        response.writeHead(503).end();
        return;
      }
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const path = pathname.startsWith(this.base) ? pathname.slice(this.base.length) : '../outside';
      const moved = this.redirects.get(path);
      if (moved !== undefined) {
        response.writeHead(301, { location: this.base + moved }).end();
        return;
      }
      const file = join(this.dist, path === '' || path.endsWith('/') ? `${path}index.html` : path);
      readFile(file).then(
        (body) =>
          response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body),
        () => response.writeHead(404, { 'content-type': TYPES['.html'] }).end('<h1>Introuvable</h1>'),
      );
    });
    await new Promise<void>((done) => server.listen(this.port, done));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  }
}
