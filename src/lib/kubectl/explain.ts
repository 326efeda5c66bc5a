// cspell:ignore commands flags split start word
import type { Explanations } from './explanations.ts';
import type { GrammarFile } from './grammar.ts';
import { commandHistory, flagHistory, type History } from './history.ts';
import type { FlagPart, Part } from './parts.ts';

/** A line of a « Décomposition »: `{ term: '-n, --namespace <NAMESPACE>', sentence: 'Choisit…' }`. */
export interface Row {
  readonly term: string;
  /** French, with Markdown's backquotes. */
  readonly sentence: string;
}

/** What sentences are made of. */
export interface Words {
  readonly explanations: Explanations;
  readonly grammar: GrammarFile;
  /** The French label of each placeholder: `{ POD: 'Nom du Pod' }`. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What is longer is cut: the whole command stands above. A value shares its line with the names of its flag. */
const LONGEST = { value: 24, other: 40 };

/**
 * Says in French what each part of a command line does.
 * @returns the rows, each once, and what to add to content/explanations.yaml for the parts that have no sentence
 */
export function explain(parts: readonly Part[], words: Words): { rows: Row[]; missing: string[] } {
  const rows = new Map<string, Row>();
  const missing: string[] = [];
  for (const part of parts) {
    const term = termOf(part);
    const sentence = sentenceOf(part, words);
    if (sentence === undefined) missing.push(lineToAdd(part));
    else rows.set(`${term}\n${sentence}`, { term, sentence });
  }
  return { rows: [...rows.values()], missing };
}

function termOf(part: Part): string {
  return part.kind === 'flag' ? flagTerm(part) : cut(part.text, LONGEST.other);
}

function flagTerm({ flag, value, isAttached }: FlagPart): string {
  const names = `${flag.short ? `-${flag.short}, ` : ''}--${flag.long}`;
  if (!value) return names;
  return `${names}${isAttached ? '=' : ' '}${cut(value.text, LONGEST.value)}`;
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return (
    /^[\w-]+=/.exec(text)?.[0].concat('…') ??
    `${text
      .slice(0, longest - 1)
      .replace(/<?[A-Z_]*$/, '')
      .trimEnd()}…`
  );
}

function sentenceOf(part: Part, words: Words): string | undefined {
  const { explanations } = words;
  switch (part.kind) {
    case 'tool':
      return explanations.tools[part.text];
    case 'command':
      return commandSentence(part, words);
    case 'flag':
      return flagSentence(part, words);
    case 'argument':
      return argumentSentence(part, words);
    case 'end':
      return explanations.end;
    case 'inside':
      return explanations.inside[part.path];
    case 'variable':
      return explanations.variables[part.name];
    case 'shell':
      return explanations.shell[part.operator];
    case 'program':
      return longestStart(part.text, explanations.programs);
  }
}

function commandSentence(
  { tool, path }: Extract<Part, { kind: 'command' }>,
  { explanations, grammar }: Words,
): string | undefined {
  if (tool === 'minikube') return explanations.minikube.commands[path]?.does;
  const does = explanations.commands[path]?.does;
  return does && join(does, historySentence(commandHistory(grammar, path), false));
}

/** The sentence of the command wins over the one of its parent, and that over the general one. */
function flagSentence({ tool, path, flag, value }: FlagPart, { explanations, grammar }: Words): string | undefined {
  const parent = path.split(' ')[0] ?? '';
  const general =
    tool === 'minikube'
      ? explanations.minikube.flags[flag.long]
      : (explanations.commands[path]?.flags[flag.long] ??
        explanations.commands[parent]?.flags[flag.long] ??
        explanations.flags[flag.long]);
  if (general === undefined) return undefined;
  const ofValue =
    value && tool === 'kubectl' ? valueSentence(explanations.values[flag.long] ?? {}, value.value) : undefined;
  return join(
    general,
    ofValue,
    tool === 'kubectl' ? historySentence(flagHistory(grammar, path, flag.long), true) : undefined,
  );
}

function valueSentence(values: Readonly<Record<string, string>>, value: string): string | undefined {
  return (
    values[value] ?? values[Object.keys(values).find((start) => start.endsWith('=') && value.startsWith(start)) ?? '']
  );
}

function argumentSentence(
  { role, value, path }: Extract<Part, { kind: 'argument' }>,
  words: Words,
): string | undefined {
  const { explanations, labels } = words;
  const label = labels[/^<([A-Z0-9_]+)>$/.exec(value)?.[1] ?? ''];
  if (label) return `${label}.`;
  if (path.startsWith('minikube')) return explanations.minikube.argument;
  const general = explanations.arguments[role];
  if (role !== 'type' && role !== 'object') return general;
  const names = value.split(',').flatMap((word) => typeName(word.split('/')[0] ?? '', explanations) ?? []);
  return general && (names.length > 0 ? general.replace(/\.$/, ` : ${names.join(', ')}.`) : general);
}

/** `Pod` of `pods` or `po`; of `deployments.apps` too. */
function typeName(word: string, { types }: Explanations): string | undefined {
  const [plain = ''] = word.split('.');
  return Object.entries(types).find(([, words]) => words.includes(plain))?.[0];
}

function longestStart(text: string, sentences: Readonly<Record<string, string>>): string | undefined {
  const starts = Object.keys(sentences).filter((start) => text === start || text.startsWith(`${start} `));
  return sentences[starts.sort((a, b) => b.length - a.length)[0] ?? ''];
}

function historySentence({ since, shortSince, deprecated }: History, isFlag: boolean): string | undefined {
  if (deprecated)
    return `${isFlag ? 'Dépréciée' : 'Dépréciée,'} ${deprecated.since ? `depuis kubectl ${deprecated.since}` : 'par kubectl'}.`;
  if (shortSince) return `Forme courte depuis kubectl ${shortSince}.`;
  return since && `Depuis kubectl ${since}.`;
}

const join = (...sentences: (string | undefined)[]): string => sentences.filter(Boolean).join(' ');

/** What an author adds, and where: `flags:` then `sort-by: …`. */
function lineToAdd(part: Part): string {
  const add = (section: string, key: string): string => `sous « ${section} », ajoutez « ${key}: Une phrase. »`;
  switch (part.kind) {
    case 'tool':
      return add('tools', part.text);
    case 'command':
      return add(part.tool === 'minikube' ? 'minikube: commands' : 'commands', `${part.path}: { does`).replace(
        '. »',
        '. } »',
      );
    case 'flag':
      return add(part.tool === 'minikube' ? 'minikube: flags' : 'flags', part.flag.long);
    case 'argument':
      return add('arguments', part.role);
    case 'end':
      return add('(racine)', 'end');
    case 'inside':
      return add('inside', part.path);
    case 'variable':
      return add('variables', part.name);
    case 'shell':
      return add('shell', `'${part.operator}'`);
    case 'program':
      return add('programs', part.text.split(' ')[0] ?? '');
  }
}
