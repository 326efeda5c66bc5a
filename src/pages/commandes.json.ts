import type { APIRoute } from 'astro';
import { href } from '../data/base.ts';
import { getThemes } from '../data/commands.ts';
import { verifiedVersions } from '../data/verified.ts';
import { COMMANDS_FILE_VERSION, type CommandsFile } from '../lib/commands-file.ts';

/** Every example as data, for machines and for the search index. */
export const GET: APIRoute = async ({ site }) => {
  const examples = (await getThemes()).flatMap((theme) =>
    theme.commands.flatMap((command) =>
      command.examples.map((example, order) => ({
        address: href(example.address),
        title: example.title,
        command: example.command,
        effect: example.effect,
        objects: [...example.objects],
        theme: theme.title,
        page: command.title,
        summary: command.summary,
        keywords: [...example.keywords],
        pageKeywords: [...command.data.keywords],
        order,
        verified: verifiedVersions(example.command),
      })),
    ),
  );
  const file: CommandsFile = {
    $schema: new URL(href('/commandes.schema.json'), site).href,
    version: COMMANDS_FILE_VERSION,
    site: new URL(href('/'), site).href,
    examples,
  };
  return Response.json(file);
};
