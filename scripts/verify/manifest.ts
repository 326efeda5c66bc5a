import { readFile } from 'node:fs/promises';
import { validateManifests } from '../../src/lib/manifests/validate.ts';

/** What is said of a manifest, one JSON object a line. */
interface ManifestVerdict {
  readonly file: string;
  readonly line: number;
  /** `spec.template.spec.containers[0].ports`, empty for the whole file */
  readonly path: string;
  readonly verdict: 'ok' | 'refused';
  /** in French, with the nearest right field or value; empty when all is well */
  readonly why: string;
}

/** Judges a file of manifests: one verdict for each problem, or one `ok`. */
export function judgeManifest(file: string, source: string): ManifestVerdict[] {
  const problems = validateManifests(source, file);
  if (problems.length === 0) return [{ file, line: 1, path: '', verdict: 'ok', why: '' }];
  return problems.map(({ line, path, message, suggestion }) => ({
    file,
    line,
    path,
    verdict: 'refused',
    why: suggestion ? `${message} → ${suggestion}` : message,
  }));
}

// By hand: npm run --silent verify:manifest -- FILE.yaml …
if (import.meta.main) {
  const files = process.argv.slice(2).filter((argument) => argument !== '--manifest');
  if (files.length === 0) {
    console.error('verify:manifest : nommez au moins un fichier : npm run verify:manifest -- deployment.yaml');
    process.exitCode = 2;
  }
  for (const file of files) {
    const source = await readFile(file, 'utf8').catch(() => undefined);
    if (source === undefined) console.error(`verify:manifest : « ${file} » ne se lit pas : corrigez le chemin.`);
    const verdicts = source === undefined ? [] : judgeManifest(file, source);
    for (const verdict of verdicts) console.log(JSON.stringify(verdict));
    if (source === undefined) process.exitCode = 2;
    else if (verdicts.some(({ verdict }) => verdict === 'refused')) process.exitCode ??= 1;
  }
}
