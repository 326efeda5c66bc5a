import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

// Enough of a WebSocket (RFC 6455) for exec, attach and port-forward: the handshake, the end of a command that went
// well, and the close. What kubectl sends into the stream is not read.

const KEY_SUFFIX = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const BINARY = 0x82;
const CLOSE = 0x88;
const NORMAL_CLOSURE = [0x03, 0xe8];
const STDOUT = 1;
const RESULT = 3;
const TAR_BLOCK = 512;

/**
 * Answers a request for a stream: the command in the container ends at once, and well.
 * @param path the path and query of the request, with the command that would run
 */
export function answerStream(request: IncomingMessage, socket: Duplex, path: URL): void {
  const protocols = request.headers['sec-websocket-protocol'] ?? '';
  const key = request.headers['sec-websocket-key'];
  if (!key) {
    refuse(socket, 'the stand-in speaks WebSocket only');
    return;
  }
  const isForward = path.pathname.endsWith('/portforward');
  const protocol = isForward ? 'SPDY/3.1+portforward.k8s.io' : (protocols.split(',')[0]?.trim() ?? '');
  const accept = createHash('sha1')
    .update(key + KEY_SUFFIX)
    .digest('base64');
  socket.on('error', () => undefined);
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: ${protocol}\r\n\r\n`,
  );
  // A forward lasts until it is cut: kubectl then says « lost connection to pod ».
  setTimeout(() => {
    if (!isForward) sendResult(socket, path.searchParams.getAll('command'));
    socket.end(frame(CLOSE, Buffer.from(NORMAL_CLOSURE)));
    setTimeout(() => socket.destroy(), 200).unref();
  }, 60);
}

function sendResult(socket: Duplex, command: readonly string[]): void {
  if (command[0] === 'tar' && command.includes('cf'))
    socket.write(frame(BINARY, channel(STDOUT, emptyFile(command.at(-1) ?? 'x'))));
  socket.write(frame(BINARY, channel(RESULT, Buffer.from('{"metadata":{},"status":"Success"}'))));
}

/** Refuses a stream in words that kubectl repeats. */
export function refuse(socket: Duplex, message: string): void {
  const body = JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    reason: 'BadRequest',
    message,
    code: 400,
  });
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const channel = (number: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([number]), data]);

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const header = length < 126 ? [opcode, length] : [opcode, 126, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(header), payload]);
}

/** A tar archive of one empty file, which `kubectl cp` unpacks. */
function emptyFile(name: string): Buffer {
  const header = Buffer.alloc(TAR_BLOCK);
  header.write(name.replace(/^\//, '').slice(0, 99), 0);
  header.write('0000644\0', 100);
  header.write('00000000000\0', 124);
  header.write('00000000000\0', 136);
  header.write('        0ustar\u000000', 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, Buffer.alloc(2 * TAR_BLOCK)]);
}
