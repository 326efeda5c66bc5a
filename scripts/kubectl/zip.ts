import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads one file out of a zip archive, with what Node has.
 * Format: PKWARE APPNOTE 4.3, without zip64 or encryption.
 * @param zip the whole archive
 * @param wanted the path inside it: `kubectl/kubectl`
 * @throws Error when the archive is broken, or does not hold that file (it lists those it holds).
 */
export function readZipEntry(zip: Buffer, wanted: string): Buffer {
  let end = zip.length - END_SIZE;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('Not a zip archive: it has no directory.');
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted) return readData(zip, at);
    names.push(name);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`The archive holds no « ${wanted} ». It holds: ${names.join(', ')}.`);
}

function readData(zip: Buffer, entry: number): Buffer {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const raw = zip.subarray(start, start + size);
  if (method === STORED) return Buffer.from(raw);
  if (method === DEFLATED) return inflateRawSync(raw);
  throw new Error(`Compression method ${method} is not one that this reader knows (${STORED} or ${DEFLATED}).`);
}
