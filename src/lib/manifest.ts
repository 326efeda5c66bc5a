import { LineCounter, parseAllDocuments, isNode } from 'yaml';

/** A path in one document of a manifest: `{ doc: 0, path: 'spec.ports.0.port' }`. */
export interface ManifestPath {
  readonly doc: number;
  readonly path: string;
}

/** The manifest that was read last: its page asks for one line after the other. */
let last: { source: string; lines: LineCounter; documents: ReturnType<typeof parseAllDocuments> } | undefined;

function read(source: string): NonNullable<typeof last> {
  if (last?.source === source) return last;
  const lines = new LineCounter();
  last = { source, lines, documents: parseAllDocuments(source, { lineCounter: lines }) };
  return last;
}

/**
 * The line of a manifest, counted from 1, on which a path stands.
 * A key that holds dots is written with `/` between the parts: `metadata/annotations/kubernetes.io/…` is not supported; name its parent.
 * @throws Error that lists the keys found at the deepest point reached.
 */
export function findLine(source: string, { doc, path }: ManifestPath): number {
  const { lines, documents } = read(source);
  const document = documents[doc];
  if (!document) throw new Error(`le manifeste a ${documents.length} document(s), pas de document ${doc}`);
  const keys = path.split('.');
  for (let depth = 1; depth <= keys.length; depth += 1) {
    if (document.hasIn(keys.slice(0, depth))) continue;
    const parent: unknown = depth === 1 ? document.toJS() : (document.getIn(keys.slice(0, depth - 1)) ?? {});
    const found = Object.keys((isNode(parent) ? (parent.toJS(document) as object) : parent) ?? {});
    throw new Error(
      `« ${path} » n'est pas dans le manifeste ; sous « ${keys.slice(0, depth - 1).join('.') || 'la racine'} » : ${found.join(', ')}`,
    );
  }
  return lines.linePos(keyOffset(document, keys)).line;
}

/** Where the key itself is written (its value may start on the line after). */
function keyOffset(document: ReturnType<typeof parseAllDocuments>[number], keys: string[]): number {
  const own = keys.at(-1) ?? '';
  const parent: unknown = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
  if (parent && typeof parent === 'object' && 'items' in parent && Array.isArray(parent.items)) {
    for (const item of parent.items as { key?: { value?: unknown; range?: [number, number, number] | null } }[]) {
      if (item.key?.range && String(item.key.value) === own) return item.key.range[0];
    }
  }
  const node: unknown = document.getIn(keys, true);
  return isNode(node) && node.range ? node.range[0] : 0;
}
