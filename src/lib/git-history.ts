import { execFileSync } from 'node:child_process';

/** What a file went through in a day. */
export interface Change {
  /** `2026-11-24` */
  readonly date: string;
  readonly isCreation: boolean;
  /** How many examples came and went, how many commands were written otherwise, how many corrections of the notes came. */
  readonly added: number;
  readonly removed: number;
  readonly rewritten: number;
  readonly corrections: number;
}

/** What starts the line of a commit; no line of a patch does. */
const MARK = 'commit ';
/** A line of a patch on an example's command or on what the notes said. */
const FIELD = /^([+-]) {4}(command|said):/;

/** Lines that follow one another in a patch: of commands that come and go there, as many are the same, written otherwise. */
interface Hunk {
  plus: number;
  minus: number;
}

interface Day {
  date: string;
  isCreation: boolean;
  hunks: Hunk[];
  corrections: number;
}

/**
 * What the files of a folder went through, by path, the last day first: `content/objects/pod.mdx` → `[{ date: '2026-11-24', … }]`.
 * What git cannot say for sure is left out: a file that was changed since, and, in a shallow clone, what stands in its
 * oldest commit, which is older than it looks. Without git, or outside a repository, the map is empty.
 * @param root the folder that paths start from, such as the root of the project
 * @param folder the one to read, from there: `content`
 */
export function readHistory(root: string, folder: string): ReadonlyMap<string, readonly Change[]> {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1024 * 1024 * 1024,
    });
  try {
    const isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true';
    const form = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-prefix', '--no-renames', '--relative'];
    const log = git('log', `--format=${MARK}%as %P`, '--patch', '--unified=0', ...form, '--', folder);
    const days = readPatches(log, isShallow);
    const changed = git('status', '--porcelain', '--no-renames', '-z', '--', folder).split('\0');
    const prefix = git('rev-parse', '--show-prefix').trim();
    for (const line of changed) days.delete(line.slice(3 + prefix.length));
    return new Map([...days].map(([path, list]) => [path, list.map(toChange)]));
  } catch {
    return new Map();
  }
}

function readPatches(log: string, isShallow: boolean): Map<string, Day[]> {
  const files = new Map<string, Day[]>();
  let date = '';
  let isOldest = false;
  let isHeader = false;
  let isNew = false;
  let day: Day | undefined;
  for (const line of log.split('\n')) {
    if (line.startsWith(MARK)) {
      const [on = '', parents = ''] = line.slice(MARK.length).split(/ (.*)/);
      date = on;
      // %P is empty for the first commit of all and, by git's own graft, for the oldest of a shallow clone.
      isOldest = isShallow && parents === '';
    } else if (line.startsWith(`diff --git `)) {
      [isHeader, isNew, day] = [true, false, undefined];
    } else if (line.startsWith('@@')) {
      isHeader = false;
      day?.hunks.push({ plus: 0, minus: 0 });
    } else if (isHeader) {
      if (line.startsWith('new file mode')) isNew = true;
      // A name with a space is followed by a tab; a file that goes is called /dev/null.
      if (line.startsWith('+++ ') && !isOldest)
        day = dayOf(files, line.slice('+++ '.length).replace(/\t$/, ''), date, isNew);
    } else if (day) {
      const [, sign, field] = FIELD.exec(line) ?? [];
      const hunk = day.hunks.at(-1);
      if (field === 'command' && hunk) hunk[sign === '+' ? 'plus' : 'minus'] += 1;
      if (field === 'said') day.corrections += sign === '+' ? 1 : -1;
    }
  }
  return files;
}

/** The counts of a file for a day: several commits of one day are one change. */
function dayOf(files: Map<string, Day[]>, path: string, date: string, isCreation: boolean): Day {
  const list = files.get(path) ?? [];
  files.set(path, list);
  const last = list.at(-1);
  const day = last?.date === date ? last : { date, isCreation: false, hunks: [], corrections: 0 };
  if (day !== last) list.push(day);
  day.isCreation ||= isCreation;
  return day;
}

function toChange({ date, isCreation, hunks, corrections }: Day): Change {
  const sum = (count: (hunk: Hunk) => number): number => hunks.reduce((total, hunk) => total + count(hunk), 0);
  return {
    date,
    isCreation,
    added: sum(({ plus, minus }) => Math.max(0, plus - minus)),
    removed: sum(({ plus, minus }) => Math.max(0, minus - plus)),
    rewritten: sum(({ plus, minus }) => Math.min(plus, minus)),
    corrections: Math.max(0, corrections),
  };
}
