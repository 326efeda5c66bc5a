import { z } from 'astro/zod';
import { fold, readWords } from './fold.ts';

const word = z.string().trim().min(1);
const group = z.array(word).min(2, 'un groupe a au moins deux mots');

/** What `content/search.yaml` holds. Unknown keys are refused. */
export const vocabularySchema = z.strictObject({
  stopWords: z.array(word),
  synonyms: z.array(group),
  kinds: z.array(group),
  flags: z.array(
    z.strictObject({
      short: z.string().length(1, 'une lettre'),
      long: z.string().regex(/^[a-z][a-z-]+$/, 'la forme longue, sans les tirets'),
      commands: z.array(word).optional(),
    }),
  ),
  destructive: z.array(word),
  weak: z.array(word),
});

/** The words of the search as authors write them. */
export type Vocabulary = z.infer<typeof vocabularySchema>;

/**
 * What contradicts itself in the vocabulary, in French, for its author: a word in two groups, a stop word in a group,
 * a short flag that means two things. Empty when all is well.
 */
export function findContradictions(vocabulary: Vocabulary): string[] {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  const claim = (term: string, owner: string): void => {
    const key = readWords(term)
      .map(({ text }) => text)
      .join(' ');
    const known = seen.get(key);
    if (known) problems.push(`« ${term} » est déjà dans ${known} : retirez-le de ${owner}.`);
    else seen.set(key, owner);
  };
  for (const stopWord of vocabulary.stopWords.flatMap((line) => line.split(/\s+/))) {
    if (!seen.has(fold(stopWord))) claim(stopWord, 'stopWords');
  }
  for (const [list, groups] of Object.entries({ synonyms: vocabulary.synonyms, kinds: vocabulary.kinds }))
    for (const members of groups) for (const member of members) claim(member, `${list}, groupe « ${members[0]} »`);
  const names = new Set(vocabulary.synonyms.map(([name]) => name));
  for (const list of ['destructive', 'weak'] as const)
    for (const name of vocabulary[list])
      if (!names.has(name)) problems.push(`${list} : « ${name} » n'est le nom d'aucun groupe de synonyms.`);
  for (const { short, commands } of vocabulary.flags) {
    const owners = vocabulary.flags.filter(
      (other) => other.short === short && String(other.commands) === String(commands),
    );
    if (owners.length > 1) problems.push(`flags : « -${short} » a deux sens sans « commands » pour les distinguer.`);
  }
  return [...new Set(problems)];
}
