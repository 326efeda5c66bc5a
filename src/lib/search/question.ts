import { isCommandLine, readCommandLine } from './command-line.ts';
import { joinWords } from './fold.ts';
import type { Idea, Language } from './language.ts';
import { complete, correct, tolerance } from './spelling.ts';

/** One thing that is asked: any of its tokens answers it. */
export interface Term {
  readonly text: string;
  readonly tokens: readonly string[];
  /** How much it tells, from the share of records that hold it. */
  readonly weight: number;
  readonly isFlag: boolean;
}

/** A question as it was understood. */
export interface Question {
  /** Its words, folded, stop words included, its misspelt ones corrected: `pods d un noeud`. */
  readonly words: string;
  readonly terms: readonly Term[];
  readonly isCommand: boolean;
  /** Whether its last word is one: not the beginning of several, still being typed. */
  readonly isWhole: boolean;
  /** The question with its corrected words, when there are some: `rolback pod` → `rollback pod`. */
  readonly corrected: string | undefined;
}

/** What reading a question needs to know of the site. */
export interface Lexicon {
  readonly language: Language;
  /** How many records hold each known word, without its accents. */
  readonly words: Map<string, number>;
  /** The words that are written with accents: `deploiement` → `déploiement`. */
  readonly written: Map<string, string>;
  /** How many records hold each token. */
  readonly tokens: Map<string, number>;
  readonly size: number;
}

/** A pasted page is not a question: what follows is not read. */
const MAX_LENGTH = 400;
const MAX_TERMS = 16;
const FLAG = 'ff';

/**
 * Reads a question: what it asks, in the site's own tokens, its misspelt words corrected against the site's own words.
 * @param isAsTyped leaves misspelt words as they are
 */
export function readQuestion(text: string, lexicon: Lexicon, isAsTyped = false): Question {
  const asked = text.slice(0, MAX_LENGTH).trim();
  return isCommandLine(asked) && /[-/=:.\d<]/.test(asked)
    ? readPasted(asked, lexicon)
    : readTyped(asked, lexicon, isAsTyped);
}

function readPasted(line: string, lexicon: Lexicon): Question {
  const { language } = lexicon;
  const verb = /(?:k|kubectl|minikube)\s+([a-z-]+)/.exec(line)?.[1] ?? '';
  const isMisspelt = verb !== '' && !lexicon.words.has(verb) && !language.known.has(verb);
  const right = isMisspelt ? correct(verb, lexicon.words) : undefined;
  const mended = right ? line.replace(verb, right) : line;
  const { verbs, kinds, flags, values } = readCommandLine(mended, language);
  const terms = [...new Set([...verbs, ...kinds, ...flags, ...values])]
    .filter((token) => lexicon.tokens.has(token))
    .map((token) => {
      const term = toTerm(token, [token], lexicon);
      const factor = PLACES.has(token) ? 0.3 : verbs.includes(token) ? 2 : 1;
      return { ...term, weight: term.weight * factor };
    });
  return {
    words: joinWords(mended),
    terms: terms.slice(0, MAX_TERMS),
    isCommand: true,
    isWhole: true,
    corrected: right ? mended : undefined,
  };
}

function readTyped(text: string, lexicon: Lexicon, isAsTyped: boolean): Question {
  const { language, tokens: counts } = lexicon;
  const mended = isAsTyped || isMessage(text) ? text : correctWords(text, lexicon);
  const ideas = language.read(mended.replace(/^\W*error( from server)?\b:?/i, ''));
  const terms = new Map<string, Term>();
  const add = (term: Term): void => void terms.set(term.tokens.join(' '), term);
  ideas.forEach((idea, index) => {
    if (!idea.token) return;
    const isValue = mended[idea.start - 1] === '=' && ideas[index - 1]?.token?.startsWith(FLAG) === true;
    if (counts.has(idea.token)) {
      const term = toTerm(idea.text, [idea.token], lexicon);
      add(isValue ? { ...term, weight: term.weight * VALUE } : term);
    }
    if (!counts.has(idea.token) && (index === ideas.length - 1 || isAsTyped)) {
      const endings = complete(idea.text, lexicon.words).flatMap((word) => language.tokens(word));
      const found = [...new Set(endings)].filter((token) => counts.has(token));
      if (found.length > 0) add(toTerm(idea.text, found, lexicon));
    }
    if (!counts.has(idea.token))
      for (const part of splitIdea(idea, language)) if (counts.has(part)) add(toTerm(idea.text, [part], lexicon));
  });
  // A question of stop words only is asked as it stands.
  if (terms.size === 0 && ideas.every(({ token }) => token === undefined))
    for (const { text: word } of ideas)
      for (const ending of complete(word, lexicon.words, 3))
        for (const token of language.tokens(ending)) if (counts.has(token)) add(toTerm(word, [token], lexicon));
  return {
    words: joinWords(mended),
    terms: [...terms.values()].slice(0, MAX_TERMS),
    isCommand: false,
    isWhole: [...terms.values()].every(({ tokens }) => tokens.length === 1),
    corrected: mended === text ? undefined : mended,
  };
}

/** `nginx.yaml` or `crash-loop` are also asked part by part. */
function splitIdea(idea: Idea, language: Language): string[] {
  return /[.-]/.test(idea.text.slice(1)) ? language.tokens(idea.text.replace(/[.-]+/g, ' ')) : [];
}

/** A message pasted from a terminal is spelled as it is. */
const isMessage = (text: string): boolean => text.split(/\s+/).length > 9 || /^\W*(error|warning)\b/i.test(text);

function correctWords(text: string, { language, words, written }: Lexicon): string {
  const ideas = language.read(text);
  let mended = text;
  for (const [index, { text: word, token, start, end }] of [...ideas.entries()].reverse()) {
    const isLast = index === ideas.length - 1;
    if (!token || token.startsWith(FLAG) || word.includes(' ') || words.has(word) || language.known.has(word)) continue;
    if (/[.]/.test(word) || (isLast && complete(word, words, 1).length > 0)) continue;
    const right = correct(word, words, tolerance(word));
    if (right) mended = mended.slice(0, start) + (written.get(right) ?? right) + mended.slice(end);
  }
  return mended;
}

/** How much a token tells: the rarer, the more. */
export function weigh(token: string, { tokens, size, language }: Lexicon): number {
  return Math.log(1 + size / Math.max(tokens.get(token) ?? 1, 1)) * (language.isWeak(token) ? WEAK : 1);
}
const WEAK = 0.5;
/** Of `--grace-period=0`, the flag is what is asked: 0 is the value of many. */
const VALUE = 0.3;

/** Where a command runs is not what it does. */
const PLACES = new Set(['ffnamespaceq', 'ffcontextq', 'ffkubeconfigq', 'ffclusterq', 'ffuserq']);

function toTerm(text: string, tokens: readonly string[], { tokens: counts, size, language }: Lexicon): Term {
  const count = tokens.reduce((sum, token) => sum + (counts.get(token) ?? 0), 0);
  return {
    text,
    tokens,
    weight: Math.log(1 + size / Math.max(count, 1)) * (tokens.every(language.isWeak) ? WEAK : 1),
    isFlag: tokens.every((token) => token.startsWith(FLAG)),
  };
}
