import { nearestWord } from './nearest.ts';
import type { Command, Grammar } from './grammar.ts';
import { readArguments } from './arguments.ts';
import { readFlags } from './flags.ts';
import type { Part } from './parts.ts';
import { readMinikube } from './minikube.ts';
import { readShell, type ShellOperator, type ShellWord } from './shell.ts';

const VARIABLE = /^([A-Za-z_]\w*)=/;

/**
 * Reads a command line into its parts, in their order: pipes, `$(…)`, quotes, several commands.
 * `parseLine('kubectl logs -f <POD>', grammar)` → tool, command `logs`, flag `follow`, argument `<POD>`.
 * @throws Error when kubectl would not know a command or a flag: it names the nearest one.
 */
export function parseLine(line: string, grammar: Grammar): readonly Part[] {
  const known = parsed.get(grammar) ?? new Map<string, readonly Part[]>();
  parsed.set(grammar, known);
  const parts = known.get(line) ?? readLine(line, grammar);
  known.set(line, parts);
  return parts;
}

/** The page of an example, the coverage and the versions each ask for its line: it is read once a build. */
const parsed = new WeakMap<Grammar, Map<string, readonly Part[]>>();

function readLine(line: string, grammar: Grammar): Part[] {
  const parts: Part[] = [];
  let words: ShellWord[] = [];
  const redirections: Part[] = [];
  const flush = (): void => {
    parts.push(...parseCommand(words, grammar), ...redirections.splice(0));
    words = [];
  };
  for (const piece of readShell(line)) {
    if (piece.kind === 'word') words.push(piece);
    else if (piece.kind === 'redirection') redirections.push(redirectionPart(piece));
    else {
      flush();
      parts.push({ kind: 'shell', text: piece.text.trim() || ';', operator: piece.text.trim() || ';' });
    }
  }
  flush();
  return parts;
}

const redirectionPart = ({ text, target }: ShellOperator): Part => ({
  kind: 'shell',
  text: target ? `${text} ${target.text}` : text,
  operator: text,
});

/** One command of a line: variables, then kubectl, minikube, or a program that may run them. */
function parseCommand(words: readonly ShellWord[], grammar: Grammar): Part[] {
  const [first, ...rest] = words;
  if (!first) return [];
  const variable = VARIABLE.exec(first.text);
  if (variable) {
    const part: Part = { kind: 'variable', text: outside(first), name: variable[1] ?? '' };
    return [part, ...innerParts(first, grammar), ...parseCommand(rest, grammar)];
  }
  if (first.value === 'kubectl') return [{ kind: 'tool', text: 'kubectl' }, ...parseKubectl(rest, grammar)];
  if (first.value === 'minikube') return readMinikube(rest, (inside) => parseKubectl(inside, grammar));
  // `xargs -n 1 kubectl get …`
  const at = rest.findIndex(({ value }) => value === 'kubectl' || value === 'minikube');
  const own = at < 0 ? words : words.slice(0, at + 1);
  const program: Part = { kind: 'program', text: own.map(outside).join(' ') };
  return [
    program,
    ...own.flatMap((word) => innerParts(word, grammar)),
    ...(at < 0 ? [] : parseCommand(rest.slice(at), grammar)),
  ];
}

/** A word with what stands in its `$(…)` cut to `…`: that is read apart. */
function outside({ text, inner }: ShellWord): string {
  return inner.reduce((shown, line) => shown.replace(line, '…'), text);
}

function innerParts({ text, inner }: ShellWord, grammar: Grammar): Part[] {
  if (inner.length === 0) return [];
  const operator = text.includes('<(') ? '<(…)' : '$(…)';
  return [{ kind: 'shell', text: operator, operator }, ...inner.flatMap((line) => parseLine(line, grammar))];
}

/** The words after `kubectl`. */
function parseKubectl(words: readonly ShellWord[], grammar: Grammar): Part[] {
  const parts: Part[] = [];
  const plain: ShellWord[] = [];
  let command: Command = grammar.root;
  let isPath = true;
  const nested: Part[] = [];
  const left = [...words];
  for (let word = left.shift(); word; word = left.shift()) {
    nested.push(...innerParts(word, grammar));
    if (word.value === '--') {
      parts.push(...argumentParts(command, plain.splice(0), parts), { kind: 'end', text: '--', path: command.path });
      if (left.length > 0)
        parts.push({ kind: 'inside', text: left.map(({ text }) => text).join(' '), path: command.path });
      break;
    }
    if (/^-./.test(word.value)) {
      const read = readFlags(word, left[0], command);
      if (read.tookNext) left.shift();
      if (plain.length > 0) parts.push(...argumentParts(command, plain.splice(0), parts));
      parts.push(...read.parts);
      continue;
    }
    const below: Command | undefined = isPath
      ? grammar.commands.get(`${command.path} ${word.value}`.trim())
      : undefined;
    if (below) {
      command = below;
      parts.push({ kind: 'command', text: word.text, tool: 'kubectl', path: command.path });
    } else {
      if (isPath) refuseUnknownCommand(command, word, grammar);
      isPath = false;
      plain.push(word);
    }
  }
  return [...parts, ...argumentParts(command, plain, parts), ...nested];
}

/** Reads the plain words met so far, with those read before, so that a flag between a type and a name changes nothing. */
function argumentParts(command: Command, words: readonly ShellWord[], before: readonly Part[] = []): Part[] {
  const known = before.flatMap((part) => (part.kind === 'argument' && part.path === command.path ? [part] : []));
  return readArguments(command.path, [...known, ...words])
    .slice(known.length)
    .map(({ role, text, value }) => ({ kind: 'argument', role, text, value, path: command.path }));
}

function refuseUnknownCommand(command: Command, { value }: ShellWord, { commands, root }: Grammar): void {
  const prefix = command.path === '' ? '' : `${command.path} `;
  const below = [...commands.keys()].filter(
    (path) => path !== '' && path.startsWith(prefix) && !path.slice(prefix.length).includes(' '),
  );
  const names = below.map((path) => path.slice(prefix.length));
  // `apply` and `create` run by themselves too: only a command without flags of its own needs a subcommand.
  const needsOne = command.path === '' || (names.length > 0 && isOnlyParent(command, root));
  if (!needsOne) return;
  const where = `kubectl ${command.path}`.trim();
  throw new Error(`« ${where} » n'a pas de commande « ${value} ». La plus proche : ${nearestWord(value, names)}.`);
}

/** Whether a command only holds others: it has no flag but those of all commands. */
function isOnlyParent({ flags }: Command, root: Command): boolean {
  return flags.size === root.flags.size;
}
