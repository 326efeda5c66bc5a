import { execFileSync } from 'node:child_process';

/** A path that a commit names, or the date of the commit, which starts with this. */
const MARK = 'commit ';

/**
 * The day of the last commit of each file: `content/objects/pod.mdx` → `2026-11-24`. What git cannot say for sure is left
 * out: a file that was changed since, and, in a shallow clone, a file last seen in its oldest commit, whose real date is
 * further back. Without git, or outside a repository, the map is empty.
 * @param root the folder that paths start from, such as the root of the project
 * @param folder the one to read, from there: `content`
 */
export function readChangeDates(root: string, folder: string): ReadonlyMap<string, string> {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    });
  const dates = new Map<string, string>();
  try {
    // %P is empty for the first commit of all and, by git's own graft, for the oldest of a shallow clone.
    const isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true';
    const uncertain = new Set<string>();
    let date = '';
    let isOldest = false;
    const log = git('log', `--format=${MARK}%as %P`, '--name-only', '--relative', '--no-renames', '--', folder);
    for (const line of log.split('\n')) {
      if (line.startsWith(MARK)) {
        const [day = '', parents = ''] = line.slice(MARK.length).split(/ (.*)/);
        date = day;
        isOldest = isShallow && parents === '';
      } else if (line && !dates.has(line) && !uncertain.has(line)) {
        if (isOldest) uncertain.add(line);
        else dates.set(line, date);
      }
    }
    const changed = git('status', '--porcelain', '--no-renames', '-z', '--', folder).split('\0');
    const prefix = git('rev-parse', '--show-prefix').trim();
    for (const line of changed) dates.delete(line.slice(3 + prefix.length));
  } catch {
    dates.clear();
  }
  return dates;
}
