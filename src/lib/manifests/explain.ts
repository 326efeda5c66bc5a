import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import { kindShape, typeFields, type Shape } from './schema.ts';

/** A line of a manifest that sets a field. */
export interface FieldLine {
  /** Counted from 1. */
  readonly line: number;
  readonly kind: string;
  /** `['spec', 'containers', 'image']`: no rank in a list, as kubectl explain writes it. */
  readonly names: readonly string[];
  /** The same, where the keys that authors choose (labels, data…) are `*`. */
  readonly pattern: readonly string[];
  /** What kubectl says of the field: `kubectl explain deployment.spec.replicas`. */
  readonly explain: string;
}

/** Where a walk stands: the last are the names that Kubernetes knows. */
interface Place {
  readonly names: readonly string[];
  readonly pattern: readonly string[];
  readonly known: readonly string[];
}

/** The sentences of content/fields.yaml: `Kind end.of.path` or `end.of.path` → what the field means. */
export type Sentences = ReadonlyMap<string, string>;

/** The lines of a manifest that set a field, in their order; each list of one document. */
export function readFieldLines(source: string): FieldLine[][] {
  const lines = new LineCounter();
  return parseAllDocuments(source, { lineCounter: lines }).map((document) => {
    const found: FieldLine[] = [];
    const kind = String(document.get('kind'));
    const shape = kindShape(String(document.get('apiVersion')), kind) ?? 'any';
    walk(document.contents, shape, { names: [], pattern: [], known: [] });
    return found;

    function walk(node: unknown, own: Shape, at: Place): void {
      if (isSeq(node)) for (const item of node.items) walk(item, own.slice(1), at);
      if (!isMap(node)) return;
      for (const { key, value } of node.items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        const isChosen = own.startsWith('{');
        const names = [...at.names, name];
        const pattern = [...at.pattern, isChosen ? '*' : name];
        const known = isChosen ? at.known : names;
        const explain = ['kubectl explain', [kind.toLowerCase(), ...known].join('.')].join(' ');
        found.push({ line: lines.linePos(key.range[0]).line, kind, names, pattern, explain });
        const next = isChosen
          ? own.slice(1)
          : own.startsWith('#')
            ? typeFields(own.slice(1))?.get(name)?.shape
            : undefined;
        walk(value, next ?? 'any', { names, pattern, known });
      }
    }
  });
}

/**
 * The keys of content/fields.yaml that may hold the sentence of a field, the most precise first: the whole path for this
 * kind, then its ends, with the chosen keys as they are and as `*`.
 */
export function sentenceKeys({ kind, names, pattern }: FieldLine): string[] {
  return names.flatMap((_, start) => {
    const ends = new Set([names.slice(start).join('.'), pattern.slice(start).join('.')]);
    return [...ends].flatMap((end) => [`${kind} ${end}`, end]);
  });
}

/** What a field means, undefined when no sentence says it. */
export function findSentence(field: FieldLine, sentences: Sentences): string | undefined {
  const key = sentenceKeys(field).find((one) => sentences.has(one));
  return key === undefined ? undefined : sentences.get(key);
}
