import { groupVersionOf, RESOURCES, TYPE_WORDS } from './api/resources.ts';
import { findDeadImage } from './images.ts';
import { nearest } from '../../src/lib/manifests/nearest.ts';
import type { Call } from './calls.ts';
import type { Run } from './run.ts';
import { checkMinikube } from '../../src/lib/kubectl/check-minikube.ts';
import { NOT_RUN } from './sandbox.ts';
import { splitWords } from './shell-words.ts';
import { findPitfall } from './shell-pitfalls.ts';
import { findSilentTrap } from './silent-traps.ts';

/** What became of a line with one kubectl. */
export interface Verdict {
  readonly verdict: 'ok' | 'refused' | 'deprecated';
  /** kubectl's own words, or the shell's, with the nearest right word; empty when all is well. */
  readonly why: string;
  /** Whether it asked the cluster, or kubectl's configuration, to change. */
  readonly isWriting: boolean;
}

/** The long flags that a kubectl knows for given arguments: `['--namespace', …]`. */
export type FlagsOf = (args: readonly string[]) => Promise<readonly string[]>;

/** How much of what a line needs is known to be there. */
export type Setting = 'alone' | 'mention' | 'step';

/** The grammar was right; this machine was not in the state that the line needs. */
const OF_THE_MACHINE =
  /lost connection to pod|address already in use|unable to listen on|unable to create listeners|connection to the server (?:localhost|127\.0\.0\.1|\[::1\])\S* was refused|broken pipe|context canceled|Edit cancelled|permission denied|unable to upgrade connection/i;
/** The cluster was not at the point of its life that the line needs. */
const OF_THE_MOMENT =
  /is not paused|is already paused|already has a value|timed out waiting|no rollout history found|unable to find the specified revision|taint.* not found/i;
/** The objects that were made up for the line are not those that it needs. */
const OF_THE_OBJECTS =
  /unable to find container named|does not have a service port|^error: Service '[^']+' does not have a named port '(?:https?|web|metrics|grpc|api)'|no matching resources found/i;
/** What says nothing of the line itself, by what is known of its cluster. */
const STATES: Readonly<Record<Setting, readonly RegExp[]>> = {
  alone: [OF_THE_MACHINE, OF_THE_MOMENT, OF_THE_OBJECTS],
  mention: [OF_THE_MACHINE, OF_THE_MOMENT],
  step: [OF_THE_MACHINE],
};
const isSelection = (arg: string): boolean => /^(?:-l|--selector|--prune)/.test(arg);
const DEPRECATED = /\bdeprecated\b/i;
/** A pipe that was closed before kubectl had said everything: `kubectl get pods | head -1`. */
const SIGPIPE = 141;

/**
 * Judges a line from what happened when it was run.
 * @param line the line as it was run
 * @param flagsOf the flags that a kubectl knows for given arguments, asked only when one is unknown
 * @param setting alone, whatever the line names is there; in a page, only what this has
 */
export async function judge(line: string, run: Run, flagsOf: FlagsOf, setting: Setting = 'alone'): Promise<Verdict> {
  const isWriting = run.config !== undefined || run.requests.some(isWrite);
  const refused = (why: string): Verdict => ({ verdict: 'refused', why, isWriting });
  if (run.isStuck) return refused('it does not end by itself: bound it (--timeout, --for=…), or run less');
  const [host] = run.outside.length > 0 ? run.outside : findRepositories(run);
  if (host !== undefined)
    return refused(
      `it asks for ${host}, and nothing leaves this machine: name a file, or the cluster of the configuration`,
    );
  const program = findOtherProgram(line);
  if (program) return refused(program);
  const [missing] = run.missingPrograms;
  if (missing !== undefined) return refused(describeMissing(missing));
  const [shellError] = run.shellErrors;
  if (shellError !== undefined) return refused(shellError);
  const ofMinikube = run.minikube.map(checkMinikube).find((why) => why !== undefined);
  if (ofMinikube !== undefined) return refused(ofMinikube);
  for (const call of run.calls) {
    const why = (await findRefusal(call, flagsOf, setting)) ?? (await findSilentTrap(call, run.output, flagsOf));
    if (why) return refused(why);
  }
  const pitfall = findPitfall(withoutHereDocuments(line));
  if (pitfall) return refused(pitfall);
  const image = findDeadImage(run);
  if (image) return refused(image);
  const warning = run.calls.flatMap(({ errors }) => errors.split('\n')).find((text) => DEPRECATED.test(text));
  if (warning !== undefined) return { verdict: 'deprecated', why: warning.trim(), isWriting };
  return { verdict: 'ok', why: '', isWriting };
}

/** The repositories that kustomize would fetch with git, which is not run. */
const findRepositories = ({ calls }: Run): string[] =>
  calls
    .filter(({ errors }) => errors.includes("no 'git' program on path"))
    .map(
      ({ args }) =>
        args.find((arg) => /[\w-]\.[a-z]+\//.test(arg))?.replace(/^(?:-k|--kustomize=)/, '') ?? 'a repository',
    );

/** Asking for a right, for a token or for a stream changes nothing in the cluster. */
function isWrite({ method, path, isDryRun }: Run['requests'][number]): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'STREAM' || isDryRun) return false;
  return !/reviews$|\/token$/.test(path);
}

/** A program named by its whole path would be that of this machine, which a line may reach a network with. */
function findOtherProgram(line: string): string | undefined {
  const words = splitWords(withoutHereDocuments(line));
  const found = words.find(({ text, isOperator }, index) => {
    const isFirst = !isOperator && (index === 0 || words[index - 1]?.isOperator === true);
    return isFirst && text.startsWith('/') && NOT_RUN.includes(text.slice(text.lastIndexOf('/') + 1));
  })?.text;
  const name = found?.slice(found.lastIndexOf('/') + 1);
  return name && `${found ?? ''}: ${name} is not run here: write ${name} without its folder`;
}

/** A here-document is text for a program, not words for the shell. */
const withoutHereDocuments = (line: string): string =>
  line.replaceAll(/(<<-?\s*['"]?(\w+)['"]?[^\n]*\n)[\s\S]*?\n\2(?=\n|$)/g, '$1');

function describeMissing(program: string): string {
  const meant = nearest(program, ['kubectl', 'minikube', 'docker', 'helm']);
  const isFlag = program.startsWith('-');
  const hint = isFlag
    ? 'the line before lacks a « \\ » at its end'
    : meant
      ? `did you mean ${meant}?`
      : 'no such program, and no alias is set on this site';
  return `bash: ${program}: command not found (${hint})`;
}

async function findRefusal(
  { args, errors, status }: Call,
  flagsOf: FlagsOf,
  setting: Setting,
): Promise<string | undefined> {
  if (status === 0 || status === undefined || status === SIGPIPE) return undefined;
  // `diff` says with 1 that there are differences, `auth can-i` that the answer is no.
  if (status === 1 && args.includes('diff') && !/^error/im.test(errors)) return undefined;
  const words = errors
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text && !NOISE.test(text));
  // A command that only holds others prints its help, on one output or the other, and ends badly.
  const isHelp = words.length === 0 || (/^Usage:/m.test(errors) && !/^error/im.test(errors));
  if (isHelp)
    return `kubectl ${args.join(' ')}: ended with the status ${status} after its help: a subcommand is missing`;
  const said = words.find((text) => ERROR.test(text)) ?? words[0] ?? '';
  // The stand-in has no OpenAPI v2, which one old format of « explain » asks for.
  if (args.includes('explain') && errors.includes('cannot parse invalid wire-format data')) return undefined;
  // A made-up manifest may not bear the labels that are chosen; a container can't run a flag.
  const isState =
    words.some((text) => STATES[setting].some((state) => state.test(text))) ||
    (setting === 'alone' && errors.includes('no objects passed to') && args.some(isSelection));
  if (isState && !errors.includes('executable file not found')) return undefined;
  const hint = words.some((text) => /did you mean/i.test(text)) ? undefined : await suggest(said, args, flagsOf);
  const more = said.endsWith(':') ? words[words.indexOf(said) + 1] : undefined;
  return [said, more, hint && `(did you mean ${hint}?)`].filter(Boolean).join(' ');
}

const ERROR = /^(?:error|Error|The |unknown|Unable|unable)/;
/** What kubectl says beside the point. */
const NOISE =
  /^[EIW]\d{4} .*(?:reflector|memcache|warnings)|^Unable to use a TTY|^Warning:|^See 'kubectl|^Usage:|^Defaulted container/;

/** Of a kind in a version that is no longer served: those that are. */
function servedAs(said: string): string | undefined {
  const kind = /no matches for kind "([^"]+)" in version/.exec(said)?.[1];
  const versions = RESOURCES.filter((one) => one.kind === kind).map(groupVersionOf);
  return versions.length > 0 ? versions.join(' or ') : undefined;
}

async function suggest(said: string, args: readonly string[], flagsOf: FlagsOf): Promise<string | undefined> {
  const flag = /unknown flag: (--\S+)/.exec(said)?.[1];
  if (flag) return nearest(flag, await flagsOf(args));
  const served = servedAs(said);
  if (served) return served;
  const type = /(?:resource type "([^"]+)"|no matches for kind "([^"]+)")/.exec(said);
  if (type) return nearest(type[1] ?? type[2] ?? '', type[1] ? TYPE_WORDS : RESOURCES.map(({ kind }) => kind));
  const format = /output format "([^"]+)"/.exec(said)?.[1];
  if (format) return nearest(format, ['json', 'yaml', 'wide', 'name', 'jsonpath', 'custom-columns', 'go-template']);
  return undefined;
}
