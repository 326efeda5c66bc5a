import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Kubectl } from '../kubectl/install.ts';
import { startApi } from './api/server.ts';
import { makeSandbox } from './sandbox.ts';
import { runPage, type PageRun } from './run-page.ts';
import { runLine, type Place, type Run } from './run.ts';
import { findUnreached } from './unreached.ts';
import { judge, type FlagsOf, type Verdict } from './verdict.ts';

const run = promisify(execFile);
/** As many lines at once as two cores bear. */
const WORKERS = 2;

/** A line to check on its own, or the lines of a page. */
export interface Task {
  readonly lines: readonly string[];
  /** What the lines must agree with, when they are those of a page. */
  readonly page?: PageRun;
}

/** What became of the lines of a task, in their order, and what they did. */
export interface Outcome {
  readonly verdicts: readonly Verdict[];
  readonly runs: readonly Run[];
}

/**
 * Runs tasks with one kubectl in this process, two at a time.
 * @param onDone called after each, with how many are done
 * @returns one outcome for each task, in their order
 */
export async function performAll(
  tasks: readonly Task[],
  kubectl: Kubectl,
  onDone?: (done: number) => void,
): Promise<Outcome[]> {
  const sandbox = await makeSandbox(kubectl.path);
  const outcomes: Outcome[] = [];
  const queue = [...tasks.entries()];
  let done = 0;
  const flags = new Map<string, Promise<readonly string[]>>();
  const flagsOf: FlagsOf = (args) => {
    const path = args.filter((arg) => /^[a-z][a-z-]*$/.test(arg)).slice(0, 2);
    const key = path.join(' ');
    const known = flags.get(key) ?? readFlags(kubectl.path, path);
    flags.set(key, known);
    return known;
  };
  const work = async (): Promise<void> => {
    const api = await startApi(kubectl.version);
    const place: Place = { sandbox, api };
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, { lines, page }] = next;
      outcomes[index] = page ? await runPage(lines, page, place, flagsOf) : await runAlone(lines, place, flagsOf);
      onDone?.((done += 1));
    }
    await api.close();
  };
  try {
    await Promise.all(Array.from({ length: WORKERS }, work));
  } finally {
    await rm(sandbox.root, { recursive: true, force: true });
  }
  return outcomes;
}

async function runOne(line: string, place: Place): Promise<Run> {
  const done = await runLine(line, place);
  place.api.seen.length = 0;
  place.api.outside.length = 0;
  return done;
}

/** The first refusal, else the first warning; it writes when any of its commands does. */
function worstOf(found: readonly Verdict[]): Verdict {
  const isWriting = found.some((one) => one.isWriting);
  const worst = (['refused', 'deprecated', 'ok'] as const)
    .map((verdict) => found.find((one) => one.verdict === verdict))
    .find((one) => one !== undefined);
  return { verdict: 'ok', why: '', ...worst, isWriting };
}

async function runAlone(lines: readonly string[], place: Place, flagsOf: FlagsOf): Promise<Outcome> {
  const verdicts: Verdict[] = [];
  const runs: Run[] = [];
  for (const line of lines) {
    place.api.reset(line);
    const run = await runOne(line, place);
    runs.push(run);
    const found = [await judge(line, run, flagsOf)];
    for (const other of findUnreached(line, run)) found.push(await judge(other, await runOne(other, place), flagsOf));
    verdicts.push(worstOf(found));
  }
  return { verdicts, runs };
}

/** The flags that kubectl lists in the help of a command, and those of every command. */
async function readFlags(kubectl: string, path: readonly string[]): Promise<string[]> {
  const ask = async (args: readonly string[]): Promise<string> =>
    (await run(kubectl, args, { env: { HOME: '/nonexistent' } }).catch(() => ({ stdout: '' }))).stdout;
  const texts = await Promise.all([ask([...path, '--help']), ask([...path.slice(0, 1), '--help']), ask(['options'])]);
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/^\s+(?:-\w, )?(--[\w-]+)=/gm)].map((match) => match[1] ?? '')),
    ),
  ];
}
