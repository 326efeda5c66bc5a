import type { Kubectl } from '../kubectl/install.ts';
import { minorOf } from '../kubectl/versions.ts';
import { extractCommands, readContentFiles, type Found } from './extract.ts';
import { comparableOutput } from './normalise.ts';
import { fillPlaceholders, readPlaceholders } from './placeholders.ts';
import { showProgress } from './progress.ts';
import type { Verdict } from './verdict.ts';
import type { Task } from './perform.ts';
import { verify } from './verify.ts';

/** The refusals of a command that a sentence only names: `kubectl drain` lacks its node, and is right there. */
const LACKS_THE_REST =
  /(?:must specify|must provide|must be specified|not specified|not set|no name was specified|NAME is required|must specify two arguments|subcommand is missing|flag needs an argument|condition: (?:""|\[\]))|^error: USAGE:/i;

/** A command of the content, and what became of it with one kubectl. */
export interface Checked extends Found {
  readonly verdict: Verdict;
  /** What it printed, when that can be compared with what another version prints. */
  readonly printed: string | undefined;
}

/** Every command of the content, in the order of the files; a sentence may cut one short with « … ». */
const readAll = async (): Promise<Found[]> =>
  (await readContentFiles())
    .flatMap(extractCommands)
    .filter(({ command, kind }) => !(kind === 'inline' && command.includes('…')));

const isOfKubectl = ({ command }: Found): boolean => /\bkubectl\b/.test(command);

/** Every line of the content for minikube alone: it is not run, only read by its grammar, and pages say so. */
export const readMinikubeCommands = async (): Promise<Found[]> => (await readAll()).filter((one) => !isOfKubectl(one));

/** Every kubectl command of the content, in the order of the files. */
export async function readCommands(): Promise<Found[]> {
  const found = (await readAll()).filter(isOfKubectl);
  // A sentence that names an example is as new as it is.
  const news = new Map(found.flatMap(({ command, since }) => (since === undefined ? [] : [[command, since] as const])));
  return found.map((one) => {
    const since = news.get(one.command);
    return since === undefined ? one : { ...one, since };
  });
}

/**
 * Runs every complete kubectl command of the content with one kubectl. The blocks of a tutorial share a cluster, which
 * holds what they create and nothing else; every other command has one of its own, which holds what it names.
 * @param commands those to run, every one of kubectl without it
 */
export async function runContent(kubectl: Kubectl, commands?: readonly Found[]): Promise<Checked[]> {
  const found = commands ?? (await readCommands());
  const values = await readPlaceholders();
  const groups = groupByCluster(found);
  const tasks = groups.map((group): Task => ({ lines: group.map(({ command }) => fillPlaceholders(command, values)) }));
  const outcomes = await verify(tasks, kubectl, showProgress(`kubectl ${kubectl.version}`, tasks.length));
  return groups.flatMap((group, index) =>
    group.flatMap((one, place) => {
      const verdict = outcomes[index]?.verdicts[place];
      const run = outcomes[index]?.runs[place];
      return verdict && run
        ? [
            {
              ...withoutRefusal(one, minorOf(kubectl.version)),
              verdict,
              printed: comparableOutput(run, kubectl.version),
            },
          ]
        : [];
    }),
  );
}

/** A command as one version must take it: what went with a version is right in the one that has it. */
function withoutRefusal(one: Found, minor: string): Found {
  if (!one.except?.includes(minor)) return one;
  const rest = { ...one };
  Reflect.deleteProperty(rest, 'refused');
  return rest;
}

function groupByCluster(found: readonly Found[]): Found[][] {
  const groups = new Map<string, Found[]>();
  for (const [index, one] of found.entries()) {
    const isStep = one.kind === 'block' && one.file.startsWith('content/tutorials/');
    const key = isStep ? one.file : String(index);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/**
 * What is wrong in the commands of the content with one kubectl.
 * @returns a text for each: `content/…/x.mdx:12: kubectl …`, then kubectl's words and what to do
 */
export function findProblems(checked: readonly Checked[], version: string): string[] {
  return checked.flatMap((one) => {
    const problem = findProblem(one, minorOf(version));
    const who = isOfKubectl(one) ? `kubectl ${minorOf(version)}: ` : '';
    return problem ? [`${one.file}:${one.line}: ${one.command}\n  ${who}${problem}`] : [];
  });
}

/** Whether a command that a sentence names is refused only because it is cut short there: `kubectl drain`. */
export const isOnlyNamed = ({ kind, verdict, refused }: Checked): boolean =>
  kind === 'inline' && refused === undefined && verdict.verdict === 'refused' && LACKS_THE_REST.test(verdict.why);

function findProblem(one: Checked, minor: string): string | undefined {
  const { verdict, why, isWriting } = one.verdict;
  if (one.since !== undefined && isOlder(minor, one.since)) return undefined;
  if (one.refused !== undefined) {
    if (verdict === 'refused' && why.includes(one.refused)) return undefined;
    return `it must be refused with « ${one.refused} » (« refused: » of the page), and is not: ${why || 'nothing was said'}`;
  }
  if (verdict === 'refused' && !isOnlyNamed(one)) return why + hintOf(one, why);
  if (verdict === 'deprecated' && one.deprecated === undefined && one.kind === 'example')
    return `${why} (write it otherwise, or say why in « deprecated: »)`;
  if (verdict === 'ok' && one.deprecated !== undefined)
    return '« deprecated: » says that kubectl warns, and it does not: remove the field';
  if (one.effect === 'lecture' && isWriting)
    return 'it changes the cluster or the configuration, and « effect: » says lecture';
  return undefined;
}

/** An unknown word may be a newer kubectl's. */
const hintOf = ({ kind }: Found, why: string): string =>
  kind === 'example' && /unknown (?:command|flag)/.test(why)
    ? ' (if a newer kubectl knows it, say which in « since: »)'
    : '';

const isOlder = (version: string, than: string): boolean =>
  version.localeCompare(than, undefined, { numeric: true }) < 0;
