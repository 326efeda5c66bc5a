import { z } from 'astro/zod';

/** How far a command reaches, from nothing to the whole cluster. */
export const REACHES = ['rien', 'poste', 'objet', 'namespace', 'noeud', 'cluster'] as const;

/** A word of {@link REACHES}: `'objet'`. */
export type Reach = (typeof REACHES)[number];

const sentence = z
  .string()
  .trim()
  .regex(/^\S[\s\S]*[.…]$/, 'une phrase, qui finit par un point');
const sentences = z.record(z.string(), sentence);
const command = z.strictObject({
  does: sentence,
  /** What it does when a subcommand follows, where that is something else. */
  within: sentence.optional(),
  reach: z.enum(REACHES).optional(),
  undo: sentence.optional(),
  flags: sentences.default({}),
  values: z.record(z.string(), sentences).default({}),
  /** Of minikube, whose words have no roles. */
  argument: sentence.optional(),
});

/** content/explanations.yaml: one French sentence for each thing that may stand in a command line. */
export const explanationsSchema = z.strictObject({
  tools: sentences,
  reach: z.record(z.enum(REACHES), sentence),
  commands: z.record(z.string(), command),
  flags: sentences,
  values: z.record(z.string(), sentences),
  arguments: sentences,
  end: sentence,
  inside: sentences,
  types: z.record(z.string(), z.array(z.string())),
  shell: sentences,
  variables: sentences,
  programs: sentences,
  minikube: z.strictObject({ commands: z.record(z.string(), command), flags: sentences, argument: sentence }),
});

/** The sentences once read. */
export type Explanations = z.infer<typeof explanationsSchema>;
/** What is said of one command. */
export type ExplainedCommand = z.infer<typeof command>;
