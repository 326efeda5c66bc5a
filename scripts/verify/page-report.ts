import { relative, resolve, sep } from 'node:path';
import { installKubectl } from '../kubectl/install.ts';
import type { KubectlRelease } from '../kubectl/versions.ts';
import { findProblems, runContent } from './content.ts';
import { CONTENT, readContentFiles } from './extract.ts';
import type { LineReport } from './lines.ts';

/** What is printed for a command of a page. */
interface PageReport extends LineReport {
  readonly file: string;
  readonly line: number;
}

/**
 * Checks the commands of a page of the content, with its manifests, as the test line does.
 * @param page its path: `content/objects/pod.mdx`
 * @param releases of which the newest is taken
 * @returns a report for each command, in the order in which they are run
 * @throws Error when it is not a page of the content, or when no kubectl can be had
 */
export async function checkPage(page: string, releases: readonly KubectlRelease[]): Promise<PageReport[]> {
  const path = relative(CONTENT, resolve(page)).replaceAll(sep, '/');
  const files = await readContentFiles();
  if (!files.some((file) => file.path === path))
    throw new Error(`${page}: it is not a page of content/. Give one of its .mdx files.`);
  const [kubectl] = await installKubectl(releases.slice(-1));
  if (!kubectl) return [];
  return (await runContent(kubectl, CONTENT, path)).map((one) => {
    const [problem] = findProblems([one], kubectl.version);
    const { command, file, line } = one;
    const why = problem?.slice(problem.indexOf(`${command}\n`) + command.length).trim() ?? '';
    // What the page shows as refused, or only names, is as it must be.
    const verdict = problem !== undefined ? 'refused' : one.verdict.verdict === 'deprecated' ? 'deprecated' : 'ok';
    return { command, file, line, verdict, why };
  });
}
