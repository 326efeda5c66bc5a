import { fold } from './fold.ts';

/** Words that carry no meaning in a question, French then English, folded. */
const STOP_WORDS = new Set(
  (
    'a au aux avec c ce ces cette comment d dans de des du elle en est et fait faire faut il ils j je l la le les leur m ma mes moi mon n ne nos notre on ou par pas peut pour puis qu quand que quel quelle quelles quels qui quoi s sa se ses si son sont sur t ta te tes ton tous tout toute toutes un une veux voudrais vos votre y ' +
    'an and are can do does for from how i in is it me my of on please the this to want what when where which with'
  ).split(' '),
);

/**
 * The words to look for in a question: folded, without stop words nor what the reader typed by habit.
 * `readQuery('Comment revenir en arrière ?')` → `['revenir', 'arriere']`. A question of stop words only keeps them.
 */
export function readQuery(question: string): string[] {
  const words = fold(question.slice(0, MAX_LENGTH)).split(' ').filter(Boolean);
  const meaningful = words.filter((word) => !STOP_WORDS.has(word));
  return [...new Set(meaningful.length > 0 ? meaningful : words)].slice(0, MAX_WORDS);
}

/** A pasted page is not a question: what follows is not read. */
const MAX_LENGTH = 400;
const MAX_WORDS = 24;
