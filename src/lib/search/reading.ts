import { isCommandLine, readCommandLine } from './command-line.ts';
import { fold, joinWords } from './fold.ts';
import type { Language } from './language.ts';
import type { Place } from './postings.ts';
import type { Term } from './question.ts';

/** An example that may answer, with the terms that led to it. */
export interface Candidate {
  readonly title: string;
  readonly command: string;
  readonly effect: string;
  /** What people call this very example. */
  readonly keywords: readonly string[];
  /** What people call its page, most usual first, for the first example of the page. */
  readonly pageKeywords: readonly string[];
  /** Its place on its page, from 0: the first is what most people come for. */
  readonly order: number;
  /** The terms of the question that the index found in it, and where. */
  readonly found: ReadonlyMap<Term, Place>;
  /** The phrases by which readers ask for it that hold some of these terms. */
  readonly phrases: readonly AskedPhrase[];
}

/** A phrase by which readers ask for an example, as far as the question meets it. */
export interface AskedPhrase {
  /** How many tokens it has. */
  readonly size: number;
  /** The terms of the question that it holds. */
  readonly terms: Set<Term>;
}

/** A candidate in tokens. */
export interface Reading {
  readonly title: readonly string[];
  readonly keywords: readonly (readonly string[])[];
  readonly pageKeywords: readonly (readonly string[])[];
  readonly verbs: readonly string[];
  readonly kinds: readonly string[];
  readonly objects: readonly string[];
  readonly flags: readonly string[];
  /** Its title and its keywords, as a question would say them. */
  readonly names: ReadonlySet<string>;
  /** All of its words, folded, between spaces. */
  readonly raw: string;
}

const readings = new WeakMap<Language, Map<string, Reading>>();

/** Reads a candidate; each one once. */
export function readCandidate(candidate: Candidate, language: Language): Reading {
  const known = readings.get(language) ?? new Map<string, Reading>();
  readings.set(language, known);
  const key = `${candidate.title}\n${candidate.command}`;
  const cached = known.get(key);
  if (cached) return cached;
  const line = isCommandLine(candidate.command) ? candidate.command : `kubectl ${candidate.command}`;
  const { verbs, kinds, flags, values } = readCommandLine(line, language);
  const words = [candidate.title, ...candidate.keywords, ...candidate.pageKeywords, candidate.command].join(' ');
  const reading: Reading = {
    title: language.tokens(candidate.title),
    keywords: candidate.keywords.map((keyword) => language.tokens(keyword)),
    pageKeywords: candidate.pageKeywords.map((keyword) => language.tokens(keyword)),
    verbs,
    kinds,
    objects: [...kinds, ...values],
    flags,
    names: new Set([candidate.title, ...candidate.keywords].map(joinWords)),
    raw: ` ${fold(words)} `,
  };
  known.set(key, reading);
  return reading;
}
