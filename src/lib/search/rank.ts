import { isCommandLine, readCommandLine } from './command-line.ts';
import { fold } from './fold.ts';
import type { Language } from './language.ts';
import { weigh, type Lexicon, type Question, type Term } from './question.ts';

/** An example that may answer, with the terms that led to it. */
export interface Candidate {
  readonly title: string;
  readonly command: string;
  readonly effect: string;
  /** What people call this very example. */
  readonly keywords: readonly string[];
  /** What people call its page, for the first example of the page. */
  readonly pageKeywords: readonly string[];
  /** Its place on its page, from 0: the first is what most people come for. */
  readonly order: number;
  /** The terms of the question that the index found in it, wherever they stand. */
  readonly found: ReadonlySet<Term>;
}

interface Reading {
  readonly title: readonly string[];
  readonly keywords: readonly (readonly string[])[];
  readonly pageKeywords: readonly (readonly string[])[];
  readonly verbs: readonly string[];
  readonly kinds: readonly string[];
  readonly objects: readonly string[];
  readonly flags: readonly string[];
  readonly raw: string;
}

const readings = new WeakMap<Language, Map<string, Reading>>();

function read(candidate: Candidate, language: Language): Reading {
  const known = readings.get(language) ?? new Map<string, Reading>();
  readings.set(language, known);
  const key = `${candidate.title}\n${candidate.command}`;
  const cached = known.get(key);
  if (cached) return cached;
  const line = isCommandLine(candidate.command) ? candidate.command : `kubectl ${candidate.command}`;
  const { verbs, kinds, flags, values } = readCommandLine(line, language);
  const reading: Reading = {
    title: language.tokens(candidate.title),
    keywords: candidate.keywords.map((keyword) => language.tokens(keyword)),
    pageKeywords: candidate.pageKeywords.map((keyword) => language.tokens(keyword)),
    verbs,
    kinds,
    objects: [...kinds, ...values],
    flags,
    raw: ` ${fold(`${candidate.title} ${[...candidate.keywords, ...candidate.pageKeywords].join(' ')} ${candidate.command}`)} `,
  };
  known.set(key, reading);
  return reading;
}

/** How much each place tells. The index alone also knows the words of the page: they tell less. */
const WEIGHTS = { flag: 1.4, title: 1, keyword: 1.1, command: 1, main: 0.5, page: 0.4, told: 0.3 } as const;
const BONUS = {
  title: 0.3,
  keyword: 0.38,
  command: 0.1,
  verb: 0.22,
  word: 0.12,
  first: 0.045,
  kind: 0.15,
  fragment: 0.35,
  /** Between equals, what changes nothing. */
  reading: 0.03,
} as const;
const MINIKUBE = 'minikubeq';
const COST = { flag: 0.08, pastedFlag: 0.12, order: 0.013, kind: 0.15, minikube: 0.2 } as const;

/**
 * How well an example answers, about 0 to 1.8: the share of the question that it holds, then how little else it says.
 */
function score(candidate: Candidate, question: Question, lexicon: Lexicon): number {
  const { language } = lexicon;
  const reading = read(candidate, language);
  const total = question.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const asked = new Set(question.terms.flatMap(({ tokens }) => tokens));
  const has = (list: readonly string[], term: Term): boolean => term.tokens.some((token) => list.includes(token));
  const sum = (list: readonly string[]): number => list.reduce((all, token) => all + weigh(token, lexicon), 0);
  const share = (list: readonly string[]): number => sum(list.filter((token) => asked.has(token))) / (sum(list) || 1);
  const phraseShare = (tokens: readonly string[]): number =>
    tokens.length > 0 && tokens.every((token) => asked.has(token))
      ? question.terms.filter((term) => has(tokens, term)).reduce((all, { weight }) => all + weight, 0) / total
      : 0;
  // A name of the page counts only when it is all that was asked: its other examples answer what is more precise.
  const hasFlags = question.terms.every((term) => !term.isFlag || has(reading.flags, term));
  const pageName = hasFlags && reading.pageKeywords.some((tokens) => phraseShare(tokens) > 0.99) ? 0.7 : 0;
  let covered = 0;
  let exact = 0;
  for (const term of question.terms) {
    covered += term.weight * Math.max(placeOf(term, reading, candidate, has), pageName > 0 ? 1 : 0);
    if (reading.raw.includes(` ${term.text} `)) exact += term.weight;
  }
  const phrase = Math.max(pageName, ...reading.keywords.map(phraseShare));
  // « un namespace » asks for `--namespace` as well as `-n` does.
  const isAsked = (flag: string): boolean =>
    asked.has(flag) || language.tokens(flag.slice(2, -1)).some((token) => asked.has(token));
  const extraFlags = reading.flags.filter((flag) => !isAsked(flag)).length;
  return (
    covered / total +
    BONUS.title * share(reading.title) +
    BONUS.keyword * phrase +
    BONUS.command * share([...reading.verbs, ...reading.objects]) +
    BONUS.verb * share(reading.verbs) +
    (BONUS.word * exact) / total +
    (candidate.order === 0 ? BONUS.first : 0) +
    (candidate.order === 0 && question.terms.every((term) => has(reading.verbs, term))
      ? BONUS.fragment * share(reading.verbs)
      : 0) +
    (candidate.effect === 'lecture' ? BONUS.reading : 0) +
    kindFit(reading.kinds, question, language) -
    (question.isCommand ? COST.pastedFlag : COST.flag) * Math.min(extraFlags, 3) -
    COST.order * candidate.order -
    // What only works in minikube is for those who say so.
    (candidate.command.includes('minikube') &&
    !asked.has(MINIKUBE) &&
    !question.terms.some(({ text }) => reading.raw.includes(` ${text} `))
      ? COST.minikube
      : 0)
  );
}

/** « Supprimer un Pod » is not answered by what deletes a Service. */
function kindFit(kinds: readonly string[], question: Question, language: Language): number {
  const asked = question.terms.flatMap(({ tokens }) => tokens.filter((token) => language.isKind(token)));
  if (asked.length === 0 || kinds.length === 0) return 0;
  return kinds.some((kind) => asked.includes(kind)) ? BONUS.kind : -COST.kind;
}

function placeOf(
  term: Term,
  reading: Reading,
  candidate: Candidate,
  has: (list: readonly string[], term: Term) => boolean,
): number {
  if (has(reading.flags, term)) return WEIGHTS.flag;
  // A flag is in the command or it is not: a text that names it only explains it.
  if (term.isFlag) return candidate.found.has(term) ? WEIGHTS.told : 0;
  if (has(reading.title, term)) return WEIGHTS.title;
  if (reading.keywords.some((keyword) => has(keyword, term))) return WEIGHTS.keyword;
  if (has(reading.verbs, term) || has(reading.objects, term)) return WEIGHTS.command;
  if (!candidate.found.has(term)) return 0;
  return candidate.order === 0 ? WEIGHTS.main : WEIGHTS.page;
}

/**
 * Sorts examples, best first. One that destroys never comes first unless the question asks for a destruction,
 * or names its very command.
 */
export function rank<C extends Candidate>(candidates: readonly C[], question: Question, lexicon: Lexicon): C[] {
  const { language } = lexicon;
  const sorted = candidates
    .map((candidate) => ({ candidate, points: score(candidate, question, lexicon) }))
    .sort((a, b) => b.points - a.points)
    .map(({ candidate }) => candidate);
  const asked = new Set(question.terms.flatMap(({ tokens }) => tokens));
  const isWanted = (candidate: C): boolean =>
    candidate.effect !== 'suppression' ||
    [...asked].some((token) => language.isDestructive(token)) ||
    read(candidate, language).verbs.every((verb) => asked.has(verb));
  const first = sorted.findIndex(isWanted);
  if (first > 0) sorted.unshift(...sorted.splice(first, 1));
  return sorted;
}
