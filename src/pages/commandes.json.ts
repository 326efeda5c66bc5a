import type { APIRoute } from 'astro';
import { BASE } from '../data/base.ts';
import { getThemes } from '../data/commands.ts';
import { withBase } from '../lib/urls.ts';

/** Every example as data, for machines and for the search index. */
export const GET: APIRoute = async () => {
  const examples = (await getThemes()).flatMap((theme) =>
    theme.commands.flatMap((command) =>
      command.examples.map((example, order) => ({
        address: withBase(example.address, BASE),
        title: example.title,
        command: example.command,
        effect: example.effect,
        objects: example.objects,
        theme: theme.title,
        page: command.title,
        summary: command.summary,
        keywords: example.keywords,
        pageKeywords: command.data.keywords,
        order,
      })),
    ),
  );
  return Response.json({ version: 1, examples });
};
