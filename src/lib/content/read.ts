import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFrontmatter } from '@astrojs/markdown-remark';

/** A content file as it stands on disk, before any schema. */
export interface ContentFile {
  /** Path from the content folder, with `/`: `commands/rollout/kubectl-rollout-undo.mdx`. */
  readonly path: string;
  /** The frontmatter as read, `undefined` when there is none. */
  readonly data: unknown;
  /** The text between the two lines « --- », empty when there is none. */
  readonly header: string;
  /** Why the frontmatter could not be read, in the YAML parser's words. */
  readonly error?: string;
  readonly body: string;
  /** How many lines stand before the body, to count lines of the file. */
  readonly bodyLine: number;
}

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

/** Reads every `.mdx` file below a folder, in the order of their paths. */
export async function readContent(root: string): Promise<ContentFile[]> {
  const paths = (await readdir(root, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.mdx'))
    .sort();
  return Promise.all(paths.map(async (path) => readFile(join(root, path), 'utf8').then((text) => split(path, text))));
}

/** The checks, the links and the redirects of one build each read all files: a frontmatter is parsed for the first of them. */
const parsed = new Map<string, unknown>();

function parseOnce(header: string): unknown {
  // As Astro reads it, and ten times as fast as the parser that manifests need.
  if (!parsed.has(header)) parsed.set(header, parseFrontmatter(`---\n${header}\n---\n`).frontmatter);
  return parsed.get(header);
}

function split(path: string, text: string): ContentFile {
  const match = FRONTMATTER.exec(text);
  if (!match) return { path, data: undefined, header: '', body: text, bodyLine: 0 };
  const header = match[1] ?? '';
  const body = text.slice(match[0].length);
  const bodyLine = match[0].split('\n').length - 1;
  try {
    return { path, data: parseOnce(header), header, body, bodyLine };
  } catch (error) {
    return { path, data: undefined, header, error: (error as Error).message.split('\n')[0] ?? '', body, bodyLine };
  }
}
