import { z } from 'astro/zod';
import { KIND_IDS } from './kinds.ts';
import { REACHES } from './kubectl/explanations.ts';
import { OUTPUT_SOURCES } from './outputs.ts';
import { matches, PATTERN_NAMES, PATTERNS } from './patterns.ts';

/** What an example does to the cluster, from the least to the most dangerous. */
export const EFFECTS = ['lecture', 'modification', 'suppression'] as const;

/** `'lecture'`, `'modification'` or `'suppression'`. */
export type Effect = (typeof EFFECTS)[number];

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "un identifiant s'écrit en minuscules sans accent : a-z, 0-9 et « - »");
const text = z.string().trim().min(1, 'ne doit pas être vide');
const summary = text.max(160, 'une phrase de 160 caractères au plus');
const words = z.array(text).default([]);
const officialPage = z.url("l'adresse complète d'une page officielle : https://…");
const address = z.string().regex(/^\/([a-z0-9-]+\/)*$/, 'une adresse du site, de « / » à « / » : /objets/pod/');

const minor = z.string().regex(/^\d+\.\d+$/, 'une version mineure de kubectl : "1.36"');

const correction = z.strictObject({
  id,
  lines: z.string().regex(/^\d+(-\d+)?(, \d+(-\d+)?)*$/, 'les lignes des notes : « 84 », « 57-60 » ou « 91, 117 »'),
  said: text,
  now: text,
  why: text,
  source: officialPage,
});

const example = z.strictObject({
  id,
  title: text,
  command: z
    .string()
    .regex(/^(?![$#] )\S.*\S$/, 'une ligne, sans invite « $ » ni espace au bord')
    .refine((command) => !command.includes('\n'), 'une seule ligne'),
  effect: z.enum(EFFECTS).optional(),
  aliases: z.array(id).default([]),
  /** Shows what kubectl printed: `npm run capture` keeps it, no one types it. */
  output: z
    .enum(
      OUTPUT_SOURCES,
      "l'endroit d'où vient la sortie : « local » (kubectl seul) ou « cluster », puis npm run capture",
    )
    .optional(),
  keywords: words,
  note: text.optional(),
  /** When this example reaches further, or less far, than its command usually does. */
  reach: z.enum(REACHES).optional(),
  undo: text.optional(),
  /** The first kubectl that knows it. */
  since: minor.optional(),
  deprecated: text.optional(),
});

/** What left a page, by its anchor there, and where it is now: `{ pods: /commandes/kubectl-get-filter/#pods }`. */
const moved = z
  .record(
    id,
    z.string().regex(/^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/, 'une adresse et une ancre du site : /objets/pod/#pieges'),
  )
  .default({});

/**
 * What not to type: a command that the page shows, and the words of the refusal that it gets; `except` names the
 * versions of kubectl that take it, for what came and went.
 */
const refused = z.array(z.strictObject({ command: text, words: text, except: z.array(minor).default([]) })).default([]);

/**
 * A command that is about other objects than those of the page's manifests, and why: else it is refused when it names one
 * that these do not have.
 */
const apart = z.array(z.strictObject({ command: text, why: text })).default([]);

/** Frontmatter of a command page, `content/commands/<theme>/<id>.mdx`. Unknown keys are refused. */
export const commandSchema = z.strictObject({
  title: text,
  summary,
  effect: z.enum(EFFECTS),
  order: z.int().nonnegative(),
  objects: z.array(z.enum(KIND_IDS)).min(1, 'au moins un objet'),
  keywords: words,
  related: words,
  source: officialPage,
  aliases: z.array(address).default([]),
  moved,
  examples: z.array(example).min(1, 'au moins un exemple').max(8, 'huit exemples au plus'),
  corrections: z.array(correction).default([]),
  refused,
  apart,
});

/** Frontmatter of a theme, `content/commands/<theme>/_index.mdx`. */
export const themeSchema = z.strictObject({
  title: text,
  slug: id,
  summary,
  order: z.int().nonnegative(),
  aliases: z.array(address).default([]),
});

const manifestFile = z.string().regex(/^[a-z0-9-]+\.yaml$/, 'un nom de fichier du dossier manifests/ : service.yaml');

/** Frontmatter of every other page: introduction, architecture, objects, controllers, tutorials. */
export const noteSchema = z.strictObject({
  title: text,
  summary,
  order: z.int().nonnegative(),
  object: z.enum(KIND_IDS).optional(),
  keywords: words,
  related: words,
  source: z.array(officialPage).min(1, 'au moins une page officielle'),
  aliases: z.array(address).default([]),
  moved,
  corrections: z.array(correction).default([]),
  refused,
  apart,
  manifest: z
    .strictObject({
      file: manifestFile,
      /** Those that the reader has applied before. */
      after: z.array(manifestFile).default([]),
      notes: z
        .array(z.strictObject({ doc: z.int().nonnegative().default(0), path: text, text }))
        .min(1, 'au moins une ligne expliquée'),
    })
    .optional(),
});

const placeholder = z
  .strictObject({
    label: text,
    example: text,
    pattern: z.enum(PATTERN_NAMES).optional(),
    secret: z.literal(true).optional(),
  })
  .refine(
    ({ example, pattern }) => !pattern || matches(example, PATTERNS[pattern].source),
    "« example » n'a pas la forme que nomme « pattern » : corrigez l'un des deux",
  );

/**
 * The words between angle brackets of the commands: the French label of each, a realistic value, the shape of a value
 * (see patterns.ts), and whether it is a secret, which is neither stored nor shared.
 */
export const placeholdersSchema = z.record(
  z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'un mot en majuscules : POD, LOCAL_PORT'),
  placeholder,
);

const exampleReference = z
  .string()
  .regex(/^[a-z0-9-]+#[a-z0-9-]+$/, "un exemple s'écrit « commande#exemple » : kubectl-get#pods");

/** The cheat sheet: two pages, each with its titled groups of examples, named `<command id>#<example id>`. */
export const cheatSheetSchema = z
  .array(z.array(z.strictObject({ id, title: text, examples: z.array(exampleReference).min(1) })).min(1))
  .length(2, 'deux pages, ni plus ni moins');

/** A correction of the notes, as authors write it. */
export type Correction = z.infer<typeof correction>;
/** The frontmatter of a command page once read. */
export type CommandData = z.infer<typeof commandSchema>;
/** The frontmatter of a note page once read. */
export type NoteData = z.infer<typeof noteSchema>;
