import { checkShape } from './api/check-shape.ts';
import { RESOURCES, type Resource } from './api/resources.ts';
import { schemaOf } from './api/schema.ts';
import { findMisreadWord } from './argument-traps.ts';
import { readCall } from './call.ts';
import { findContainerTrap } from './container-traps.ts';
import type { Call } from './calls.ts';
import { findBadTemplate } from './templates/check-templates.ts';

/** Commands that take no argument of their own, and do not say so when they are given one. */
const TAKES_NONE =
  /^(?:options|cluster-info|config (?:current-context|view|get-clusters|get-users)|auth whoami|proxy|events)$/;
const PARENTS = /^(?:config|auth|alpha|cluster-info|plugin|kuberc)$/;
const WARNINGS =
  /is not a standard resource verb|the server doesn't have a resource type|^Unknown help topic|^No alpha commands are available/;

/**
 * Finds what kubectl takes without a refusal, and does not do as the author meant: words that it does not read, a long
 * flag after a single dash, a template that ends too early, fields that it drops.
 * @param output what the whole line printed
 * @param flagsOf the long flags of a command: `['--namespace', …]`
 * @returns the first, in words that an author understands
 */
export async function findSilentTrap(
  { args, errors, status }: Call,
  output: string,
  flagsOf: (args: readonly string[]) => Promise<readonly string[]>,
): Promise<string | undefined> {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const warning = `${errors}\n${output}`.split('\n').find((text) => WARNINGS.test(text));
  // `kubectl alpha` alone is not wrong.
  if (warning && wordsOf(own).length > 1) return warning.trim();
  return (
    (await findSingleDash(own, flagsOf)) ??
    findTypeAsName(own) ??
    findUnreadWord(own) ??
    findHelp(own, status, output + errors) ??
    findBadTemplate(own) ??
    findBadPort(own) ??
    findRawHost(own) ??
    findDroppedField(own) ??
    findMisreadWord(own) ??
    (await findContainerTrap(args))
  );
}

/** `-namespace dev` is read as `-n amespace`, then as a name. */
async function findSingleDash(
  args: readonly string[],
  flagsOf: (args: readonly string[]) => Promise<readonly string[]>,
): Promise<string | undefined> {
  for (const arg of args) {
    const name = /^-([a-z][a-z-]{2,})(?:=|$)/.exec(arg)?.[1];
    if (name && (await flagsOf(args)).includes(`--${name}`))
      return `kubectl reads « ${arg} » as short flags, letter after letter: write --${name}`;
  }
  return undefined;
}

/** The command and its words: neither flags nor their values. */
const wordsOf = (args: readonly string[]): string[] => {
  const call = readCall(args);
  return call ? [...call.path.split(' ').filter(Boolean), ...call.words] : [];
};

/** `drain node x` drains a node named « node » too. */
function findTypeAsName(args: readonly string[]): string | undefined {
  const [verb = '', type = '', name] = wordsOf(args);
  if (!/^(?:drain|cordon|uncordon)$/.test(verb) || !/^(?:no|nodes?)$/.test(type) || name === undefined)
    return undefined;
  return `kubectl ${verb} takes names of nodes only, and « ${type} » is read as one: kubectl ${verb} ${name}`;
}

function findUnreadWord(args: readonly string[]): string | undefined {
  const words = wordsOf(args);
  const depth = PARENTS.test(words[0] ?? '') && TAKES_NONE.test(words.slice(0, 2).join(' ')) ? 2 : 1;
  const path = words.slice(0, depth).join(' ');
  const extra = words[depth];
  if (!TAKES_NONE.test(path) || extra === undefined || (path === 'cluster-info' && extra === 'dump')) return undefined;
  return `kubectl ${path} takes no argument, and does not read « ${extra} »`;
}

/** Help that no one asked for stands for a refusal, even when the status is 0. */
function findHelp(args: readonly string[], status: number | undefined, printed: string): string | undefined {
  const usage = /^Usage:\n {2}kubectl (.*)$/m.exec(printed)?.[1];
  const isAsked = args.length === 0 || args.includes('help') || args.some((arg) => /^(?:-h|--help)(?:=|$)/.test(arg));
  if (usage === undefined || isAsked || status !== 0) return undefined;
  const words = wordsOf(args).join(' ');
  // A command that only holds others says so with its help, which is what it is for.
  if (/^[a-z -]+ (?:SUBCOMMAND|COMMAND|\[flags\]) \[options\]$/.test(usage) && usage.startsWith(`${words} `))
    return undefined;
  return `kubectl ${words}: kubectl prints its help and does nothing; it reads: kubectl ${usage}`;
}

function findBadPort(args: readonly string[]): string | undefined {
  const port = args.includes('port-forward') ? wordsOf(args).find((word) => /^[^/]*:[^/]*:/.test(word)) : undefined;
  return port && `invalid port « ${port} »: write LOCAL:REMOTE`;
}

/** Of an address after `--raw`, kubectl takes the path, and asks its own cluster. */
function findRawHost(args: readonly string[]): string | undefined {
  const url = readCall(args)
    ?.flags.get('raw')
    ?.find((value) => /^\w+:\/\//.test(value));
  return url && `--raw takes the path of an address, and does not read the host of « ${url} »`;
}

const OVERRIDDEN: Readonly<Record<string, string>> = { run: 'Pod', expose: 'Service' };

/** kubectl drops the fields of `--overrides` that it does not know. */
function findDroppedField(args: readonly string[]): string | undefined {
  const index = args.findIndex((arg) => /^--overrides(?:=|$)/.test(arg));
  const text = args[index]?.includes('=') ? args[index].slice('--overrides='.length) : args[index + 1];
  const kind = OVERRIDDEN[wordsOf(args)[0] ?? ''];
  const resource: Resource | undefined = RESOURCES.find((one) => one.kind === kind);
  const schema = resource && schemaOf(resource);
  if (index < 0 || !schema) return undefined;
  try {
    const [problem] = checkShape(JSON.parse(text ?? ''), schema, 'part');
    return problem && `--overrides: ${problem}`;
  } catch {
    // kubectl itself says that the JSON is broken.
    return undefined;
  }
}
