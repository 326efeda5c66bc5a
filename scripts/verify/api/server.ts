import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusal, type Answer } from './answer.ts';
import { readAnnounced } from './announced.ts';
import { readExpectations } from './expectations.ts';
import { answerGeneral } from './general.ts';
import { checkSelectors, get, list, warningOf, watchEvents } from './reads.ts';
import { readPod, readTokenSeconds } from './protobuf.ts';
import { readAll, readBody, readPath, type ApiRequest } from './request.ts';
import { OPEN_SCENE, type Scene } from './scene.ts';
import { isWatch, seenOf, type Seen } from './seen.ts';
import { Store } from './store.ts';
import { answerStream, refuse } from './streams.ts';
import { endPod, write } from './writes.ts';

/** The stand-in for the API of a cluster: on loopback, in this process, for checking command lines only. */
export interface ApiStandIn {
  /** `http://127.0.0.1:41234` */
  readonly url: string;
  /** The requests since the last `reset`. */
  readonly seen: Seen[];
  /** The other hosts that were asked for through this one, which kubectl takes for its proxy: none is reached. */
  readonly outside: string[];
  /** The objects that it holds. */
  readonly cluster: Store;
  /** Begins another line, which takes this text for granted, in a cluster that holds what the scene says. */
  reset(line: string, scene?: Scene): void;
  /** Where the objects that kubectl is about to send in its binary form are found as JSON; see `announced.ts`. */
  announcements: string | undefined;
  /**
   * What the next line of the same page takes for granted; what was created stays.
   * @param filled the words of the line that a reader fills in
   * @param mayRepeat whether it may create what is there: it is one way among others to do the same
   */
  expect(line: string, filled: ReadonlySet<string>, mayRepeat: boolean): void;
  close(): Promise<void>;
}

/** How long a watch stays open: kubectl opens another if it is not done. */
const WATCH_MS = 250;

/**
 * Starts a stand-in on a free port of loopback.
 * @param version the one it gives itself: `1.36.3`
 */
export async function startApi(version: string): Promise<ApiStandIn> {
  const store = new Store(readExpectations(''));
  const seen: Seen[] = [];
  const standIn: { announcements: string | undefined } = { announcements: undefined };
  const outside: string[] = [];
  const server = createServer((request, response) => {
    if (request.url?.startsWith('http://')) {
      outside.push(new URL(request.url).host);
      response.writeHead(403).end();
      return;
    }
    void serve(request, response, { store, seen, version, standIn }).catch((error: unknown) => {
      send(response, refusal(500, 'InternalError', String(error)));
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket) => {
    const url = new URL(request.url ?? '', 'http://stand.in');
    const command = url.searchParams.get('command');
    const path = readPath(url.pathname);
    const target = path && { kind: path.resource.kind, namespace: path.namespace, name: path.name };
    seen.push({ method: 'STREAM', path: url.pathname, isDryRun: false, body: undefined, ...target });
    if (command?.startsWith('-')) refuse(socket, `exec: "${command}": executable file not found in $PATH`);
    else answerStream(request, socket, url);
    if (path?.subresource === 'attach') endPod(read(request, url, path, '', undefined), store);
  });
  server.on('connect', (request: IncomingMessage, socket) => {
    outside.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(standIn, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    outside,
    cluster: store,
    reset(line: string, scene = OPEN_SCENE) {
      seen.length = 0;
      outside.length = 0;
      store.reset(readExpectations(line), scene);
    },
    expect(line: string, filled: ReadonlySet<string>, mayRepeat: boolean) {
      seen.length = 0;
      outside.length = 0;
      store.sweep();
      store.expected = readExpectations(line);
      store.filled = filled;
      store.mayRepeat = mayRepeat;
    },
    close: () => close(server),
  });
}

/** Not waited for: a stream that was upgraded would never be counted as closed. */
function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  return Promise.resolve();
}

function read(
  request: IncomingMessage,
  url: URL,
  path: NonNullable<ReturnType<typeof readPath>>,
  text: string,
  announced: unknown,
): ApiRequest {
  const contentType = request.headers['content-type'] ?? '';
  const command = request.headers['kubectl-command'];
  return {
    ...path,
    method: request.method ?? 'GET',
    url,
    contentType,
    body: announced ?? (text ? readBody(text, contentType) : undefined),
    isDryRun: url.searchParams.get('dryRun') === 'All',
    command: typeof command === 'string' ? command : '',
  };
}

interface Context {
  readonly store: Store;
  readonly seen: Seen[];
  readonly version: string;
  readonly standIn: { readonly announcements: string | undefined };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { store, seen, version, standIn }: Context,
): Promise<void> {
  const url = new URL(request.url ?? '', 'http://stand.in');
  const sent = await readAll(request);
  const text = sent.toString('utf8');
  const accept = request.headers.accept ?? '';
  const general = answerGeneral(url, accept, version);
  if (general) {
    send(response, general);
    return;
  }
  const path = readPath(url.pathname.replace(/\/+$/, ''));
  if (!path || (path.subresource && !path.resource.subresources.includes(path.subresource))) {
    send(response, refusal(404, 'NotFound', 'the server could not find the requested resource'));
    return;
  }
  const isBinary = request.headers['content-type']?.includes('protobuf') === true;
  const announced = isBinary ? await readBinary(path, sent, standIn.announcements) : undefined;
  const asked = read(request, url, path, text, announced);
  const warning = warningOf(asked);
  if (warning) response.setHeader('Warning', `299 - "${warning}"`);
  const answer = checkSelectors(asked) ?? answerObjects(asked, store, accept);
  seen.push(seenOf(asked, text, answer));
  if (isWatch(asked) && answer.code === 200) sendEvents(response, watchEvents(asked, store, accept));
  else send(response, answer);
}

function answerObjects(asked: ApiRequest, store: Store, accept: string): Answer {
  if (asked.method !== 'GET') return write(asked, store);
  return asked.name === undefined ? list(asked, store, accept) : get(asked, store, accept);
}

/** What kubectl sent in the binary form of the API, as far as it can be known; undefined when it can't. */
async function readBinary(
  { resource, subresource }: NonNullable<ReturnType<typeof readPath>>,
  sent: Buffer,
  announcements: string | undefined,
): Promise<unknown> {
  if (subresource === 'token') return { spec: { expirationSeconds: readTokenSeconds(sent) } };
  const announced = announcements === undefined ? undefined : await readAnnounced(announcements, resource.kind);
  return announced ?? (resource.kind === 'Pod' && !subresource ? readPod(sent) : undefined);
}

function send(response: ServerResponse, { code, body, contentType = 'application/json' }: Answer): void {
  response.writeHead(code, { 'content-type': contentType });
  response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

function sendEvents(response: ServerResponse, events: readonly unknown[]): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  for (const event of events) response.write(`${JSON.stringify(event)}\n`);
  setTimeout(() => response.end(), WATCH_MS);
}
