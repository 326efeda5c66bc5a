import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findDisagreement } from './agreement/find.ts';
import { OPEN_SCENE } from './api/scene.ts';
import type { Page } from './pages.ts';
import { runLine, type Place, type Run } from './run.ts';
import { judge, type FlagsOf, type Verdict } from './verdict.ts';

/** A line of a page, beside its text. */
interface PageLine {
  /** A step finds what the steps before have left; the others find all that the page tells of. */
  readonly isStep: boolean;
  /** The words that the reader fills in. */
  readonly filled: ReadonlySet<string>;
  /** It is about other objects than those of the page. */
  readonly isApart: boolean;
}

/** The lines of a page, the steps first, and what they must agree with. */
export interface PageRun {
  readonly page: Page;
  readonly lines: readonly PageLine[];
}

/** What became of the lines of a page, in their order. */
interface PageOutcome {
  readonly verdicts: readonly Verdict[];
  readonly runs: readonly Run[];
}

/**
 * Runs the lines of a page in its cluster and in one home: the steps one after another, then every other line with all
 * that the page tells of, and what earlier lines have created.
 * @param texts the lines, ready to run
 */
export async function runPage(
  texts: readonly string[],
  { page, lines }: PageRun,
  place: Place,
  flagsOf: FlagsOf,
): Promise<PageOutcome> {
  const { cluster } = place.api;
  const home = await mkdtemp(join(place.sandbox.root, 'home-'));
  const outcomes: LineOutcome[] = [];
  place.api.reset('', page.before);
  let isAfterSteps = false;
  let config: string | undefined;
  for (const [index, line] of lines.entries()) {
    if (!line.isStep && !isAfterSteps) {
      isAfterSteps = true;
      cluster.recall();
      cluster.scene = page.scene;
    }
    const before = cluster.save();
    const run = async (isOpen: boolean): Promise<LineOutcome> =>
      runPageLine(texts[index] ?? '', line, { page, home, config, isOpen }, place, flagsOf);
    let outcome = await run(false);
    if (line.isApart) {
      cluster.restore(before, 'nothing');
      outcome = outcome.verdict.verdict === 'refused' ? await run(true) : { ...outcome, verdict: STALE };
    }
    outcomes.push(outcome);
    config = outcome.run.config ?? config;
    if (!line.isStep) cluster.restore(before, 'created');
  }
  await rm(home, { recursive: true, force: true });
  return { verdicts: outcomes.map(({ verdict }) => verdict), runs: outcomes.map(({ run }) => run) };
}

const STALE: Verdict = {
  verdict: 'refused',
  why: '« apart: » says that it is about other objects than those of the page, and it agrees with them: remove the exception',
  isWriting: false,
};

interface LineOutcome {
  readonly run: Run;
  readonly verdict: Verdict;
}

interface Around {
  readonly page: Page;
  readonly home: string;
  /** What the lines before have made of kubectl's configuration. */
  readonly config: string | undefined;
  /** Whether any name is that of an object, as for a line on its own. */
  readonly isOpen: boolean;
}

async function runPageLine(
  text: string,
  { isStep, filled }: PageLine,
  { page, home, config, isOpen }: Around,
  place: Place,
  flagsOf: FlagsOf,
): Promise<LineOutcome> {
  const { api } = place;
  const { scene } = api.cluster;
  if (isOpen) api.cluster.scene = OPEN_SCENE;
  api.expect(text, filled, !isStep);
  const run = await runLine(text, { ...place, page: { ...page, home, filled, config, makesUp: isOpen } });
  const files = [...page.manifests.keys()];
  const why = isOpen ? undefined : findDisagreement({ line: text, run, cluster: api.cluster, files, isStep });
  const verdict = await judge(text, run, flagsOf, isOpen ? 'alone' : isStep ? 'step' : 'mention');
  api.cluster.scene = scene;
  return { run, verdict: why === undefined ? verdict : { ...verdict, verdict: 'refused', why } };
}
