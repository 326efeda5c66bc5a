import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../manifests/problem.ts';
import { checkFields } from './check-fields.ts';
import { validateExtract, validateManifests } from '../manifests/validate.ts';
import type { ContentFile } from './read.ts';

/** A YAML text of a page. */
export interface ManifestBlock {
  /** Only a part of an object of this kind, when the author says so: `extrait=Deployment`. */
  readonly extractOf: string | undefined;
  readonly source: string;
  /** The line of the file that stands before the text, counted from 1. */
  readonly lineBefore: number;
}

const FENCE = /^(\s*)(`{3,}|~{3,})(\w*)(.*)$/;
const HERE_DOCUMENT = /<<-?\s*(['"]?)(\w+)\1/;

/**
 * Finds what the API would refuse in the manifests of a content folder: the files that readers download, the YAML blocks
 * of the pages, and the here-documents of their shell blocks.
 * @returns one text for each problem: the file, the line, the path in the object, and the fix
 */
export async function checkManifests(root: string, pages: readonly ContentFile[]): Promise<string[]> {
  const paths = (await readdir(root, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(?:^|\/)manifests\/[^/]+\.ya?ml$/.test(path))
    .sort();
  const files = await Promise.all(
    paths.map(async (path) => validateManifests(await readFile(join(root, path), 'utf8'), path)),
  );
  const problems = [...files.flat(), ...pages.flatMap(checkBlocks)].map(say);
  // What does not parse has no lines to explain.
  return problems.length > 0 ? problems : checkFields(root, paths);
}

function checkBlocks(page: ContentFile): Problem[] {
  return readManifestBlocks(page).flatMap(({ extractOf, source, lineBefore }) => {
    const problems =
      extractOf === undefined
        ? validateManifests(source, page.path)
        : validateExtract(source, page.path, extractOf);
    return problems.map((problem) => ({ ...problem, line: problem.line + lineBefore }));
  });
}

/** The YAML texts of a page: its blocks, and the here-documents of its shell blocks. */
export function readManifestBlocks({ body, bodyLine }: ContentFile): ManifestBlock[] {
  const blocks: ManifestBlock[] = [];
  const lines = body.split('\n');
  for (let start = 0; start < lines.length; start += 1) {
    const [, indent = '', fence = '', language = '', meta = ''] = FENCE.exec(lines[start] ?? '') ?? [];
    if (!fence) continue;
    const length = lines.slice(start + 1).findIndex((line) => line.trim() === fence);
    const inside = lines.slice(start + 1, length < 0 ? lines.length : start + 1 + length);
    const text = inside.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    const lineBefore = bodyLine + start + 1;
    if (/^ya?ml$/.test(language)) {
      blocks.push({ extractOf: /\bextrait=(\w+)/.exec(meta)?.[1], source: text.join('\n'), lineBefore });
    } else if (/^(?:sh|bash|shell|kubectl)$/.test(language)) blocks.push(...readHereDocuments(text, lineBefore));
    start += inside.length + 1;
  }
  return blocks;
}

function readHereDocuments(lines: readonly string[], lineBefore: number): ManifestBlock[] {
  return lines.flatMap((line, index) => {
    const end = HERE_DOCUMENT.exec(line)?.[2];
    const inside = lines.slice(index + 1);
    const length = inside.findIndex((one) => one.trim() === end);
    const source = inside.slice(0, length < 0 ? inside.length : length).join('\n');
    const isManifest = end !== undefined && /^\s*apiVersion:/m.test(source);
    return isManifest ? [{ extractOf: undefined, source, lineBefore: lineBefore + index + 1 }] : [];
  });
}

function say({ file, line, path, message, suggestion }: Problem): string {
  const where = [`ligne ${line}`, path].filter(Boolean).join(', ');
  return `content/${file} : ${where}\n  ${message}\n  → ${suggestion ?? 'corrigez le manifeste ; « npm run verify -- --manifest FICHIER » le vérifie seul'}`;
}
