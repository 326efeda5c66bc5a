import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { fileURLToPath } from 'node:url';
import { readContent, type ContentFile } from '../../src/lib/content/read.ts';
import type { CapturedOutput } from '../../src/lib/outputs.ts';
import type { Effect } from '../../src/lib/schema.ts';

/** A command found in the content. */
export interface Found {
  /** an example of a command page, a fenced block, or code in a sentence */
  readonly kind: 'example' | 'block' | 'inline';
  /** `content/commands/explore/kubectl-get.mdx` */
  readonly file: string;
  readonly line: number;
  /** As the author wrote it, with its placeholders. */
  readonly command: string;
  /** What the example says that it does. */
  readonly effect?: Effect;
  /** The first kubectl that knows it: `1.36`. */
  readonly since?: string;
  /** Why it is shown although kubectl warns about it. */
  readonly deprecated?: string;
  /** The words of the refusal that it must get: it is shown as what not to type. */
  readonly refused?: string;
  /** The versions of kubectl that do not refuse it. */
  readonly except?: readonly string[];
  /** Why it is about other objects than those of the page's manifests. */
  readonly apart?: string;
  /** Where the output that it shows is captured. */
  readonly output?: CapturedOutput['source'];
}

const SHELLS = /^(?:sh|bash|shell|kubectl|console)\b/;
const TOOL = /(?:^|[\s(;|&"])(?:kubectl|minikube)\s/;
/** Code of a sentence that is a command, and not one of its words: `kubectl get`, `KUBE_EDITOR=nano kubectl edit …`. */
const INLINE = /^(?:(?:export )?\w+="?\$\(|(?:\w+=\S+ )*)(?:kubectl|minikube) /;

/** Fields whose code is read otherwise, and what the old notes said wrong, which a correction quotes. */
const NOT_SENTENCES = ['command', 'refused', 'output', 'said'];

interface PageFields {
  readonly effect?: Effect;
  readonly refused?: readonly { readonly command: string; readonly words: string; readonly except?: string[] }[];
  readonly apart?: readonly { readonly command: string; readonly why: string }[];
  readonly examples?: readonly Record<string, string>[];
}

/** The folder of the content. */
export const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));

/** The files of the content, as they stand on disk. */
export const readContentFiles = (root = CONTENT): Promise<ContentFile[]> => readContent(root);

/** Every example of a command page. */
export const readContentExamples = async (folder?: string): Promise<Found[]> =>
  (await readContentFiles(folder)).flatMap(extractCommands).filter(({ kind }) => kind === 'example');

/** Every command of a content file: examples, fenced shell blocks, code in sentences, with its file and line. */
export function extractCommands(file: ContentFile): Found[] {
  const page = (file.data ?? {}) as PageFields;
  const found = [...readExamples(file, page), ...readBlocks(file), ...readInline(file)];
  // What not to type is told apart by its text, the same in an example, in a block and in a sentence.
  const refusals = new Map(page.refused?.map((one) => [one.command.trim(), one]));
  const exceptions = new Map(page.apart?.map(({ command, why }) => [command.trim(), why]));
  return found
    .filter(({ command }) => TOOL.test(command))
    .map((one) => {
      const refused = refusals.get(one.command.trim());
      return {
        ...one,
        ...(refused && { refused: refused.words, except: refused.except ?? [] }),
        ...definedOnly({ apart: exceptions.get(one.command.trim()) }),
      };
    });
}

/** The commands of a page's examples, by the name that others call them: `kubectl-get#pods`. */
export function readExampleCommands(file: ContentFile): [name: string, command: string][] {
  const id = file.path.slice(file.path.lastIndexOf('/') + 1, -'.mdx'.length);
  const { examples = [] } = (file.data ?? {}) as PageFields;
  return examples.map((example) => [`${id}#${example.id ?? ''}`, example.command ?? '']);
}

/** The examples of other pages that a page shows: `<Example of="kubectl-get#pods" />`. */
export function readCitedExamples(file: ContentFile, commands: ReadonlyMap<string, string>): Found[] {
  return file.body.split('\n').flatMap((text, index) => {
    const command = commands.get(/<Example\s+of="([^"]+)"/.exec(text)?.[1] ?? '');
    const isRun = command !== undefined && /\bkubectl\b/.test(command);
    return isRun ? [{ kind: 'block' as const, file: pathOf(file), line: file.bodyLine + index + 1, command }] : [];
  });
}

const pathOf = (file: ContentFile): string => `content/${file.path}`;

function readExamples(file: ContentFile, page: PageFields): Found[] {
  const { document, lineOf } = readHeader(file);
  return (page.examples ?? []).map((example, index) => {
    const node = document.getIn(['examples', index, 'command'], true);
    const { command = '', effect, since, deprecated, output } = example;
    return {
      kind: 'example',
      file: pathOf(file),
      line: isScalar(node) ? lineOf(node.range?.[0]) : 1,
      command,
      ...definedOnly({
        effect: (effect ?? page.effect) as Effect | undefined,
        since,
        deprecated,
        output: output as Found['output'] | undefined,
      }),
    };
  });
}

function definedOnly<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function readHeader(file: ContentFile): {
  document: ReturnType<typeof parseDocument>;
  lineOf: (offset: number | undefined) => number;
} {
  const counter = new LineCounter();
  const document = parseDocument(file.header, { lineCounter: counter });
  // The line of « --- » comes before those of the header.
  return { document, lineOf: (offset) => counter.linePos(offset ?? 0).line + 1 };
}

function readBlocks(file: ContentFile): Found[] {
  const found: Found[] = [];
  for (const [index, text, isShell, start] of blocksOf(file.body)) {
    if (isShell && start)
      found.push({ kind: 'block', file: pathOf(file), line: file.bodyLine + index + 2, command: text });
  }
  return found;
}

/** The fenced blocks of a body: the index of their first line, their text, whether they are shell. */
function* blocksOf(body: string): Generator<[index: number, text: string, isShell: boolean, isClosed: boolean]> {
  const lines = body.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = '', fence = '', info = ''] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(lines[at] ?? '') ?? [];
    if (!fence) continue;
    const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
    const last = end < 0 ? lines.length : end;
    const text = lines.slice(at + 1, last).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    yield [at, text.join('\n'), SHELLS.test(info.trim()), end >= 0];
    at = last;
  }
}

function readInline(file: ContentFile): Found[] {
  const found: Found[] = [];
  const add = (text: string, line: number): void => {
    for (const match of text.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gs)) {
      const command = (match[2] ?? '').trim();
      const before = text.slice(0, match.index).split('\n').length - 1;
      if (INLINE.test(command)) found.push({ kind: 'inline', file: pathOf(file), line: line + before, command });
    }
  };
  const { document, lineOf } = readHeader(file);
  visit(document, {
    Pair: (_, { key }) => (isScalar(key) && NOT_SENTENCES.includes(String(key.value)) ? visit.SKIP : undefined),
    Scalar: (_, node, path) => {
      const isKey = isMap(path.at(-1));
      if (typeof node.value === 'string' && !isKey) add(node.value, lineOf(node.range?.[0]));
    },
  });
  add(withoutBlocks(file.body), file.bodyLine + 1);
  return found;
}

/** The body with its fenced blocks blanked, so that lines keep their numbers. */
function withoutBlocks(body: string): string {
  const lines = body.split('\n');
  for (const [index, text] of blocksOf(body)) lines.fill('', index, index + text.split('\n').length + 2);
  return lines.join('\n');
}
