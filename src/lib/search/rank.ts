import type { Lexicon, Question } from './question.ts';
import type { Candidate } from './reading.ts';
import { Scale } from './scale.ts';

/**
 * Sorts examples, best first. One that destroys never comes first unless the question asks for a destruction,
 * names its very command, or flags that no other example has.
 */
export function rank<C extends Candidate>(candidates: readonly C[], question: Question, lexicon: Lexicon): C[] {
  const scale = new Scale(question, lexicon, candidates);
  const sorted = candidates
    .map((candidate) => ({ candidate, points: scale.score(candidate) }))
    .sort((a, b) => b.points - a.points)
    .map(({ candidate }) => candidate);
  const first = sorted.findIndex((candidate) => scale.isWanted(candidate));
  if (first > 0) sorted.unshift(...sorted.splice(first, 1));
  return sorted;
}
