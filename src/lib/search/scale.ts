import { weigh, type Lexicon, type Question, type Term } from './question.ts';
import { readCandidate, type Candidate, type Reading } from './reading.ts';
import { BONUS, COST, WEIGHTS } from './weights.ts';

const MINIKUBE = 'minikubeq';
/** « Ai-je le droit de supprimer un Pod ? » asks for no destruction. */
const RIGHTS = 'ccdroitsq';
/** From so many terms on, a question is rather a message from a terminal: a keyword that it holds whole tells enough. */
const MESSAGE = 6;

const hasAny = (list: readonly string[], { tokens }: Term): boolean => tokens.some((token) => list.includes(token));

/** What all candidates are measured against. */
export class Scale {
  private readonly question: Question;
  private readonly lexicon: Lexicon;
  private readonly candidates: readonly Candidate[];
  private readonly weights = new Map<string, number>();
  private readonly total: number;
  private readonly asked: ReadonlySet<string>;
  private readonly kinds: readonly string[];
  /** Whether some candidate acts on the kind that is asked and holds all the rest. */
  private readonly isKindAnswered: boolean;
  /** The place on its page of the first example whose very verbs are asked, `delete-cluster` say; undefined when none is. */
  private readonly verbOrder: number | undefined;

  constructor(question: Question, lexicon: Lexicon, candidates: readonly Candidate[]) {
    this.question = question;
    this.lexicon = lexicon;
    this.candidates = candidates;
    this.total = question.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
    this.asked = new Set(question.terms.flatMap(({ tokens }) => tokens));
    this.kinds = [...this.asked].filter(lexicon.language.isKind);
    this.isKindAnswered = candidates.some(
      (candidate) => this.isOfKind(this.read(candidate)) && question.terms.every((term) => candidate.found.has(term)),
    );
    const orders = candidates.filter((candidate) => this.isVerbs(this.read(candidate))).map(({ order }) => order);
    this.verbOrder = orders.length > 0 ? Math.min(...orders) : undefined;
  }

  read(candidate: Candidate): Reading {
    return readCandidate(candidate, this.lexicon.language);
  }

  /**
   * How well an example answers, about 0 to 3: the share of the question that it holds, then how little else it says.
   */
  score(candidate: Candidate): number {
    const { terms, isCommand } = this.question;
    const reading = this.read(candidate);
    const name = this.pageName(reading);
    let covered = 0;
    let exact = 0;
    for (const term of terms) {
      covered += term.weight * Math.max(placeOf(term, reading, candidate), name > 0 ? 1 : 0);
      if (reading.raw.includes(` ${term.text} `)) exact += term.weight;
    }
    const isMain = candidate.order === 0;
    const isVerbs = candidate.order === this.verbOrder && this.isVerbs(reading);
    return (
      covered / this.total +
      BONUS.title * this.share(reading.title) +
      BONUS.keyword * Math.max(name, ...reading.keywords.map((tokens) => this.phrase(tokens))) +
      BONUS.command * this.share([...reading.verbs, ...reading.objects]) +
      BONUS.verb * this.share(reading.verbs) +
      (BONUS.word * exact) / this.total +
      (this.isNamed(reading) ? BONUS.exact : 0) +
      BONUS.asked * this.asking(candidate) ** 1.5 +
      (isMain ? BONUS.first : 0) +
      (isVerbs ? BONUS.fragment * this.share(reading.verbs) : 0) +
      (candidate.effect === 'lecture' ? BONUS.reading : 0) +
      this.kindFit(reading) -
      (isCommand ? COST.pastedFlag : COST.flag) * Math.min(this.extraFlags(reading), 3) -
      COST.order * candidate.order -
      (this.isOnlyMinikube(candidate, reading) ? COST.minikube : 0)
    );
  }

  /** How near the question is to one of the phrases by which readers ask for it: how much of each is in the other, 0 to 1. */
  private asking({ phrases }: Candidate): number {
    const fits = phrases.map(({ size, terms }) => {
      const held = [...terms].reduce((sum, { weight }) => sum + weight, 0) / this.total;
      const said = Math.min(1, terms.size / size);
      return (2 * held * said) / (held + said);
    });
    return Math.max(0, ...fits);
  }

  /** Whether a destruction is asked, in words, by a name of the candidate, by its command or by flags that no other has. */
  isWanted(candidate: Candidate): boolean {
    if (candidate.effect !== 'suppression') return true;
    const rights = this.question.terms.find(({ tokens }) => tokens.includes(RIGHTS));
    if (rights && !candidate.found.has(rights)) return false;
    return (
      [...this.asked].some(this.lexicon.language.isDestructive) ||
      this.isNamed(this.read(candidate)) ||
      this.read(candidate).verbs.every((verb) => this.asked.has(verb)) ||
      (this.hasAskedFlags(candidate) &&
        !this.candidates.some((other) => other.effect !== 'suppression' && this.hasAskedFlags(other)))
    );
  }

  private hasAskedFlags(candidate: Candidate): boolean {
    const flags = this.question.terms.filter(({ isFlag }) => isFlag);
    const own = this.read(candidate).flags;
    return flags.length > 0 && flags.every((flag) => hasAny(own, flag));
  }

  private weigh(token: string): number {
    const known = this.weights.get(token);
    if (known !== undefined) return known;
    const weight = weigh(token, this.lexicon);
    this.weights.set(token, weight);
    return weight;
  }

  /** The share of these tokens that is asked. */
  private share(tokens: readonly string[]): number {
    let all = 0;
    let asked = 0;
    for (const token of tokens) {
      const weight = this.weigh(token);
      all += weight;
      if (this.asked.has(token)) asked += weight;
    }
    return asked / (all || 1);
  }

  /** The share of the question that a phrase makes, when the question holds all of it. */
  private part(tokens: readonly string[]): number {
    if (tokens.length === 0 || !tokens.every((token) => this.asked.has(token))) return 0;
    const held = this.question.terms.filter((term) => hasAny(tokens, term));
    return held.reduce((sum, { weight }) => sum + weight, 0) / this.total;
  }

  /** Squared: a phrase that is half of the question is much less than half an answer. */
  private phrase(tokens: readonly string[]): number {
    const part = this.part(tokens);
    const isMessage = this.question.terms.length >= MESSAGE && new Set(tokens).size > 2;
    return part > 0 && isMessage ? Math.max(part, 0.9) : part * part;
  }

  /** Whether the question is, word for word, one of its names; a single word is the name of many. */
  private isNamed({ names }: Reading): boolean {
    return this.question.terms.length > 1 && names.has(this.question.words);
  }

  private isVerbs({ verbs }: Reading): boolean {
    return this.question.terms.every((term) => hasAny(verbs, term));
  }

  /**
   * A name of the page counts only when it is all that was asked: its other examples answer what is more precise, and
   * one of them that is the very command asked.
   */
  private pageName(reading: Reading): number {
    if (this.verbOrder !== undefined && !this.isVerbs(reading)) return 0;
    if (this.question.terms.some((term) => term.isFlag && !hasAny(reading.flags, term))) return 0;
    const place = reading.pageKeywords.findIndex((tokens) => this.part(tokens) > 0.99);
    return place === -1 ? 0 : BONUS.name - COST.nameOrder * place;
  }

  private isOfKind({ kinds }: Reading): boolean {
    return kinds.some((kind) => this.kinds.includes(kind));
  }

  /** « Supprimer un Pod » is not answered by what deletes a Service, where something deletes a Pod. */
  private kindFit(reading: Reading): number {
    if (this.kinds.length === 0 || reading.kinds.length === 0) return 0;
    if (this.isOfKind(reading)) return BONUS.kind;
    return this.isKindAnswered ? -COST.kind : 0;
  }

  /** « un namespace » asks for `--namespace` as well as `-n` does. */
  private extraFlags({ flags }: Reading): number {
    const isAsked = (flag: string): boolean =>
      this.asked.has(flag) || this.lexicon.language.tokens(flag.slice(2, -1)).some((token) => this.asked.has(token));
    return flags.filter((flag) => !isAsked(flag)).length;
  }

  /** What only works in minikube is for those who say so. */
  private isOnlyMinikube({ command }: Candidate, { raw }: Reading): boolean {
    if (!command.includes('minikube') || this.asked.has(MINIKUBE)) return false;
    return !this.question.terms.some(({ text }) => raw.includes(` ${text} `));
  }
}

function placeOf(term: Term, reading: Reading, { found, order }: Candidate): number {
  if (hasAny(reading.flags, term)) return WEIGHTS.flag;
  // A flag is in the command or it is not: a text that names it only explains it.
  if (term.isFlag) return found.has(term) ? WEIGHTS.told : 0;
  if (hasAny(reading.title, term)) return WEIGHTS.title;
  if (reading.keywords.some((keyword) => hasAny(keyword, term))) return WEIGHTS.keyword;
  if (hasAny(reading.verbs, term) || hasAny(reading.objects, term)) return WEIGHTS.command;
  if (!found.has(term)) return 0;
  if (found.get(term) === 'asked') return WEIGHTS.asked;
  return order === 0 ? WEIGHTS.main : WEIGHTS.page;
}
