import type { Kubectl } from '../kubectl/install.ts';
import { minorOf } from '../kubectl/versions.ts';
import type { ContentFile } from '../../src/lib/content/read.ts';
import {
  CONTENT,
  extractCommands,
  readCitedExamples,
  readContentFiles,
  readExampleCommands,
  type Found,
} from './extract.ts';
import { comparableOutput } from './normalise.ts';
import { readPage, type Page } from './pages.ts';
import { filledWords, fillPlaceholders, readPlaceholders } from './placeholders.ts';
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

/** Every command of some files, in their order; a sentence may cut one short with « … ». */
const commandsOf = (files: readonly ContentFile[]): Found[] =>
  files.flatMap(extractCommands).filter(({ command, kind }) => !(kind === 'inline' && command.includes('…')));

const isOfKubectl = ({ command }: Found): boolean => /\bkubectl\b/.test(command);

/** Every line of the content for minikube alone: it is not run, only read by its grammar, and pages say so. */
export const readMinikubeCommands = async (): Promise<Found[]> =>
  commandsOf(await readContentFiles()).filter((one) => !isOfKubectl(one));

/**
 * Every kubectl command of the content, in the order of the files.
 * @param root the folder of the content
 */
export const readCommands = async (root = CONTENT): Promise<Found[]> => kubectlCommandsOf(await readContentFiles(root));

function kubectlCommandsOf(files: readonly ContentFile[]): Found[] {
  const found = commandsOf(files).filter(isOfKubectl);
  // A sentence that names an example is as new as it is.
  const news = new Map(found.flatMap(({ command, since }) => (since === undefined ? [] : [[command, since] as const])));
  return found.map((one) => {
    const since = news.get(one.command);
    return since === undefined ? one : { ...one, since };
  });
}

/** Commands that are run in one cluster: those of a page that has manifests or steps, or one alone. */
interface Group {
  readonly commands: readonly Found[];
  readonly page?: Page;
}

/**
 * Runs every complete kubectl command of the content with one kubectl. Those of a page with manifests, or of a tutorial,
 * must agree with what it holds, see `agreement/`; every other command has a cluster of its own, which holds what it names.
 * @param root the folder of the content
 * @param only the page to run, from that folder: `objects/pod.mdx`; all of them unless told
 * @throws Error when a page names a manifest that is not there
 */
export async function runContent(kubectl: Kubectl, root = CONTENT, only?: string): Promise<Checked[]> {
  return runGroups(kubectl, await groupByCluster(await readContentFiles(root), root, only));
}

/** Runs commands with one kubectl, each in a cluster of its own, which holds what it names. */
export const runCommands = (kubectl: Kubectl, commands: readonly Found[]): Promise<Checked[]> =>
  runGroups(
    kubectl,
    commands.map((one) => ({ commands: [one] })),
  );

async function runGroups(kubectl: Kubectl, groups: readonly Group[]): Promise<Checked[]> {
  const values = await readPlaceholders();
  const tasks = groups.map(({ commands, page }): Task => {
    const lines = commands.map(({ command }) => fillPlaceholders(command, values));
    if (!page) return { lines };
    const about = commands.map((one) => ({
      isStep: isStep(one, page),
      filled: filledWords(one.command, values),
      isApart: one.apart !== undefined,
    }));
    return { lines, page: { page, lines: about } };
  });
  const outcomes = await verify(tasks, kubectl, showProgress(`kubectl ${kubectl.version}`, tasks.length));
  return groups.flatMap(({ commands, page }, index) =>
    commands.flatMap((one, place) => {
      const verdict = outcomes[index]?.verdicts[place];
      const run = outcomes[index]?.runs[place];
      const printed = run && comparableOutput(run, kubectl.version);
      // A line of minikube is only compared with the page.
      return verdict && (!page || isOfKubectl(one) || verdict.verdict === 'refused')
        ? [{ ...withoutRefusal(one, minorOf(kubectl.version)), verdict, printed }]
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

async function groupByCluster(files: readonly ContentFile[], root: string, only?: string): Promise<Group[]> {
  const found = kubectlCommandsOf(files);
  const examples = new Map(files.flatMap(readExampleCommands));
  const groups: Group[] = [];
  for (const file of files.filter(({ path }) => only === undefined || path === only)) {
    const own = found.filter((one) => one.file === `content/${file.path}`);
    const page = await readPage(file, root);
    // What must be refused is refused for its own reasons, wherever it stands.
    const isAlone = (one: Found): boolean => !page || one.refused !== undefined;
    groups.push(...own.filter(isAlone).map((one) => ({ commands: [one] })));
    if (!page) continue;
    const opens = extractCommands(file).filter((one) => /\bminikube service\b/.test(one.command) && !isOfKubectl(one));
    const inPage = [...own.filter((one) => !isAlone(one)), ...opens, ...readCitedExamples(file, examples)].sort(
      (a, b) => a.line - b.line,
    );
    const commands = [...inPage.filter((one) => isStep(one, page)), ...inPage.filter((one) => !isStep(one, page))];
    if (commands.length > 0) groups.push({ commands, page });
  }
  return groups;
}

const isStep = ({ kind }: Found, { isTutorial }: Page): boolean => isTutorial && kind === 'block';

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
