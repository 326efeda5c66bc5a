import { nearest } from '../manifests/nearest.ts';
import { MINIKUBE, readMinikubeFlags, type MinikubeCommand, type MinikubeFlagRead } from './minikube-grammar.ts';

/**
 * What minikube would refuse in its arguments, by the grammar of its command pages: an unknown command or flag, a missing
 * value, a value out of the few that a flag takes, an argument too many or too few.
 * @param args as the shell gives them: `['start', '--driver=docker']`
 * @returns why, with the nearest right word; undefined when all is well
 */
export function checkMinikube(args: readonly string[]): string | undefined {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const words: string[] = [];
  const flags: MinikubeFlagRead[] = [];
  let command = MINIKUBE.get('');
  const left = [...own];
  for (let word = left.shift(); word !== undefined && command; word = left.shift()) {
    const below: MinikubeCommand | undefined =
      words.length === 0 ? MINIKUBE.get(`${command.path} ${word}`.trim()) : undefined;
    if (below) command = below;
    else if (/^-./.test(word)) {
      const read = readMinikubeFlags(word, left[0], command);
      if (read.some(({ tookNext }) => tookNext)) left.shift();
      const problem = read.map((one) => checkFlag(one, command)).find((text) => text !== undefined);
      if (problem) return problem;
      flags.push(...read);
    } else if (command.isParent) return unknownCommand(word, command);
    else words.push(word);
  }
  // Help is given whatever comes with it.
  if (!command || flags.some(({ flag }) => flag?.long === 'help')) return undefined;
  return checkArguments(command, words, flags);
}

const nameOf = ({ path }: Pick<MinikubeCommand, 'path'>): string => `minikube ${path}`.trim();
const meantBy = (word: string, known: Iterable<string>): string => {
  const meant = nearest(word, known);
  return meant ? ` (did you mean ${meant}?)` : '';
};

const subcommandsOf = ({ path }: Pick<MinikubeCommand, 'path'>): string[] => {
  const prefix = path === '' ? '' : `${path} `;
  const below = [...MINIKUBE.keys()].filter((name) => name !== path && name.startsWith(prefix));
  return below.map((name) => name.slice(prefix.length)).filter((name) => !name.includes(' '));
};

const unknownCommand = (word: string, command: MinikubeCommand): string =>
  `${nameOf(command)}: unknown command « ${word} »${meantBy(word, subcommandsOf(command))}`;

function checkFlag({ name, flag, value }: MinikubeFlagRead, command: MinikubeCommand | undefined): string | undefined {
  const where = nameOf(command ?? { path: '' });
  if (!flag) {
    const known = (command?.flags ?? []).map(({ long }) => `--${long}`);
    return `${where}: unknown flag: ${name}${name.startsWith('--') ? meantBy(name, known) : ''}`;
  }
  if (flag.isAlone) {
    const isBoolean = flag.type === 'any';
    if (value === undefined || (isBoolean ? /^(?:true|false|t|f|1|0)$/i.test(value) : isOfType(value, flag.type)))
      return undefined;
    return `${where}: ${name} takes ${isBoolean ? 'true or false' : `a ${flag.type}`}, not « ${value} »`;
  }
  if (value === undefined) return `${where}: flag needs an argument: ${name}`;
  if (!isOfType(value, flag.type))
    return `${where}: ${name} takes ${flag.type === 'int' ? 'a number' : 'a duration, such as 30m'}, not « ${value} »`;
  if (flag.values.length === 0 || flag.values.includes(value)) return undefined;
  return `${where}: ${name} does not take « ${value} », but ${flag.values.join(', ')}${meantBy(value, flag.values)}`;
}

function isOfType(value: string, type: 'int' | 'duration' | 'any'): boolean {
  if (type === 'int') return /^-?\d+$/.test(value);
  // Source: pkg.go.dev/time#ParseDuration.
  return type !== 'duration' || /^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+$|^0$/.test(value);
}

/** `minikube mount --kill` and `minikube service --all` say with a flag what an argument would. */
const INSTEAD: Readonly<Record<string, string>> = { mount: 'kill', service: 'all' };

function checkArguments(
  command: MinikubeCommand,
  words: readonly string[],
  flags: readonly MinikubeFlagRead[],
): string | undefined {
  const where = nameOf(command);
  const instead = INSTEAD[command.path];
  const isInstead = flags.some(({ flag }) => flag?.long === instead && instead !== undefined);
  const [missing] = command.arguments.slice(words.length).filter((name) => !name.startsWith('['));
  if (missing && !isInstead) return `${where}: ${missing} must be specified`;
  if (command.path === 'service' && words.length === 0 && !isInstead)
    return `${where}: SERVICE, or --all, must be specified`;
  // A profile or a Service may bear any name, and seldom one that is nearly a subcommand.
  const meant = words.length === 1 ? nearest(words[0] ?? '', subcommandsOf(command)) : undefined;
  if (meant) return `${where}: « ${words[0] ?? ''} » is read as a name (did you mean ${where} ${meant}?)`;
  const extra = words[command.arguments.length];
  if (extra === undefined || command.isRepeated) return checkForms(command, words);
  const takes = command.arguments.length === 0 ? 'no argument' : command.arguments.join(' ');
  return `${where} takes ${takes}, and does not read « ${extra} »`;
}

function checkForms({ path }: MinikubeCommand, words: readonly string[]): string | undefined {
  const [first] = words;
  // A Windows path has a colon of its own.
  if (path === 'mount' && first !== undefined && !/[^:]:[^:]/.test(first))
    return `minikube mount: « ${first} » is not SOURCE:TARGET`;
  return undefined;
}
