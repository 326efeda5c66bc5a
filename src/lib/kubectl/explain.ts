// cspell:ignore split word
import type { Explanations } from './explanations.ts';
import type { GrammarFile } from './grammar.ts';
import { commandHistory, flagHistory, type History } from './history.ts';
import { lineToAdd } from './missing.ts';
import type { CommandPart, FlagPart, Part } from './parts.ts';

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
  for (const [index, part] of parts.entries()) {
    const term = termOf(part);
    const sentence = sentenceOf(part, parts[index + 1], words);
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

function sentenceOf(part: Part, next: Part | undefined, words: Words): string | undefined {
  const { explanations } = words;
  switch (part.kind) {
    case 'tool':
      return explanations.tools[part.text];
    case 'command':
      return commandSentence(part, next, words);
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

/** A command that a subcommand follows does not do what it does alone: `apply` of `apply view-last-applied`. */
function commandSentence(
  { tool, path }: CommandPart,
  next: Part | undefined,
  { explanations, grammar }: Words,
): string | undefined {
  if (tool === 'minikube') return explanations.minikube.commands[path]?.does;
  const isParent = next?.kind === 'command' && next.path.startsWith(`${path} `);
  const { does, within } = explanations.commands[path] ?? {};
  const sentence = isParent ? (within ?? does) : does;
  const history = commandHistory(grammar, path);
  // As old as the word before it: said there.
  const isKnown = !history.deprecated && history.since === commandHistory(grammar, path.replace(/ ?\S+$/, '')).since;
  return sentence && join(sentence, isKnown ? undefined : historySentence(history));
}

/** The sentence of the command wins over the one of its parent, and that over the general one; so do those of its values. */
function flagSentence({ tool, path, flag, value }: FlagPart, { explanations, grammar }: Words): string | undefined {
  if (tool === 'minikube') return explanations.minikube.flags[flag.long];
  const own = explanations.commands[path];
  const parent = explanations.commands[path.split(' ')[0] ?? ''];
  const general = own?.flags[flag.long] ?? parent?.flags[flag.long] ?? explanations.flags[flag.long];
  if (general === undefined) return undefined;
  const ofValue =
    value &&
    (ofForm(value.value, own?.values[flag.long]) ??
      ofForm(value.value, parent?.values[flag.long]) ??
      ofForm(value.value, explanations.values[flag.long]));
  return join(general, ofValue, historySentence(flagHistory(grammar, path, flag.long)));
}

/** The sentence of the first form that a value has: `yaml` is itself, `jsonpath=` what begins so, `*!=*` what holds `!=`. */
function ofForm(value: string, sentences: Readonly<Record<string, string>> = {}): string | undefined {
  const form = Object.keys(sentences).find((key) => {
    if (!key.includes('*')) return key.endsWith('=') ? value.startsWith(key) : value === key;
    const literal = key.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${literal.join('.*')}$`, 's').test(value);
  });
  return form === undefined ? undefined : sentences[form];
}

function argumentSentence(
  { role, value, path }: Extract<Part, { kind: 'argument' }>,
  { explanations, labels }: Words,
): string | undefined {
  const label = labels[/^<([A-Z0-9_]+)>$/.exec(value)?.[1] ?? ''];
  if (label) return `${label}.`;
  if (path.startsWith('minikube')) {
    const { commands, argument } = explanations.minikube;
    return commands[path.slice('minikube '.length)]?.argument ?? argument;
  }
  const removal = value.endsWith('-') ? explanations.arguments[`${role}-`] : undefined;
  if (removal) return removal;
  const words = value.split(',');
  const names = words.flatMap((word) => typeName(word.split('/')[0] ?? '', explanations) ?? []);
  // A type without a name is to be added, but for a placeholder whose label is not known here.
  if (role === 'type' && names.length < words.length && !value.startsWith('<')) return undefined;
  const general = explanations.arguments[role === 'type' && names.length > 1 ? 'types' : role];
  const isNamed = (role === 'type' || role === 'object') && names.length > 0;
  return isNamed ? general?.replace(/\.$/, ` : ${names.join(', ')}.`) : general;
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

function historySentence({ since, shortSince, deprecated }: History): string | undefined {
  if (deprecated) return `Déconseillée ${deprecated.since ? `depuis kubectl ${deprecated.since}` : 'par kubectl'}.`;
  if (shortSince) return `Forme courte depuis kubectl ${shortSince}.`;
  return since && `Depuis kubectl ${since}.`;
}

const join = (...sentences: (string | undefined)[]): string => sentences.filter(Boolean).join(' ');
