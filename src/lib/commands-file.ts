import { z } from 'astro/zod';
import { KIND_IDS } from './kinds.ts';
import { EFFECTS } from './schema.ts';

/** Grows by one when a field goes or changes its meaning; a new field leaves it as it is. */
export const COMMANDS_FILE_VERSION = 1;

/** What `/commandes.json` holds: every example, in the order of the site. */
export const commandsFileSchema = z
  .object({
    $schema: z.url().describe('L’adresse de ce schéma.'),
    version: z.literal(COMMANDS_FILE_VERSION).describe('Augmente quand un champ disparaît ou change de sens.'),
    site: z.url().describe('Là où commence le site : ce que « address » suit, sur le même domaine.'),
    examples: z.array(
      z.object({
        address: z.string().describe('L’adresse de l’exemple, ancre comprise, depuis la racine du domaine.'),
        title: z.string().describe('La tâche.'),
        command: z.string().describe('La ligne entière ; <POD> est un mot à remplir.'),
        effect: z.enum(EFFECTS).describe('Ce que la commande fait au cluster.'),
        objects: z.array(z.enum(KIND_IDS)).describe('Les objets sur lesquels elle agit.'),
        theme: z.string(),
        page: z.string().describe('Le titre de sa page.'),
        summary: z.string().describe('Ce que fait la commande de sa page.'),
        keywords: z.array(z.string()).describe('D’autres mots pour cet exemple.'),
        pageKeywords: z.array(z.string()).describe('D’autres mots pour sa page.'),
        order: z.int().nonnegative().describe('Son rang dans sa page, à partir de 0.'),
        verified: z
          .array(z.string())
          .optional()
          .describe('Les versions de kubectl avec lesquelles la ligne a été vérifiée : 1.34, 1.35.'),
      }),
    ),
  })
  .describe('Chaque exemple de commande du site.');

/** The content of `/commandes.json`. */
export type CommandsFile = z.input<typeof commandsFileSchema>;
