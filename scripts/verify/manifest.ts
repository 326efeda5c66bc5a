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

/** Judges a text of manifests: one verdict for each problem, or one `ok`. */
function judgeManifest(file: string, source: string): ManifestVerdict[] {
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

/**
 * Judges files of manifests, in their order.
 * @throws Error when one can't be read
 */
export async function checkManifests(files: readonly string[]): Promise<ManifestVerdict[]> {
  const verdicts = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(file, 'utf8').catch((error: unknown) => {
        throw new Error(
          `${file}: can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). Mend the path.`,
        );
      });
      return judgeManifest(file, source);
    }),
  );
  return verdicts.flat();
}
