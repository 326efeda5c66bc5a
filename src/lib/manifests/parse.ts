import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from 'yaml';
import type { Path, Problem } from './problem.ts';

/** A document of a manifest, as kubectl reads it. */
export interface ManifestDocument {
  readonly value: unknown;
  /** The line of a path, counted from 1: where its key stands, or the nearest parent that is written. */
  readonly lineOf: (path: Path) => number;
}

/** The parser's words, in French; its own words otherwise. */
const MESSAGES: readonly [RegExp, string, string?][] = [
  [/tab/i, 'une tabulation sert de retrait, ce que YAML refuse.', 'remplacez-la par des espaces'],
  [/Map keys must be unique/, 'cette clé est écrite deux fois au même endroit.', 'gardez une seule des deux'],
  [
    /Nested mappings are not allowed in compact/,
    'un « : » de trop sur cette ligne.',
    'mettez la valeur entre guillemets',
  ],
  [
    /All collection items must start at the same column/,
    'le retrait de cette ligne ne correspond pas aux précédentes.',
    'alignez-la sur ses voisines',
  ],
  [
    /Implicit keys need to be on a single line|Implicit map keys need to be followed/,
    'une clé sans « : ».',
    'écrivez « clé: valeur »',
  ],
  [
    /Missing closing|Unterminated|must end with|Expected .* to end/,
    'un guillemet, un crochet ou une accolade n’est pas fermé.',
  ],
  [/Unresolved alias|not found/i, 'cet alias ne désigne aucune ancre.'],
];

/**
 * Reads the documents of a manifest as kubectl does: YAML 1.1 (`yes` is true, `0644` is octal), without the hours and
 * dates that its parser leaves as text. Documents that hold nothing are left out.
 */
export function parseManifest(source: string, file: string): { documents: ManifestDocument[]; problems: Problem[] } {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(source.replaceAll('\r\n', '\n'), {
    version: '1.1',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    customTags: (tags) => [
      OCTAL,
      ...tags.filter((tag) => typeof tag === 'string' || (!tag.tag.endsWith(':timestamp') && tag.format !== 'TIME')),
    ],
  }) as Document.Parsed[];
  const problems: Problem[] = [];
  const documents: ManifestDocument[] = [];
  for (const document of parsed) {
    const [error] = document.errors;
    if (error) {
      const [, message = error.message, suggestion] = MESSAGES.find(([words]) => words.test(error.message)) ?? [];
      const isTab = /^ *\t/.test(source.split('\n')[lines.linePos(error.pos[0]).line - 1] ?? '');
      const [, tabs = '', spaces] = isTab ? (MESSAGES[0] ?? []) : [];
      problems.push({
        file,
        line: lines.linePos(error.pos[0]).line,
        path: '',
        message: `YAML : ${isTab ? tabs : message}`,
        suggestion: isTab ? spaces : suggestion,
      });
      continue;
    }
    const value = readValue(document);
    if (value instanceof Error) {
      problems.push({
        file,
        line: lines.linePos(document.range[0]).line,
        path: '',
        message: `YAML : ${value.message}`,
      });
      continue;
    }
    if (value === null || value === undefined) continue;
    documents.push({ value, lineOf: (path) => lines.linePos(findOffset(document, path)).line });
  }
  return { documents, problems };
}

/** The value of a document; an error when an alias names no anchor, or repeats itself without end. */
function readValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    return error;
  }
}

/** `0o644`, which kubectl's parser takes beside YAML 1.1's `0644`. */
const OCTAL = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:int',
  test: /^0o[0-7]+$/,
  resolve: (text: string) => parseInt(text.slice(2), 8),
};

function findOffset(document: Document.Parsed, path: Path): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair || !isScalar(pair.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(key)] as Node | undefined) ?? null;
      if (!node?.range) return offset;
      [offset] = node.range;
    } else return offset;
  }
  return offset;
}
