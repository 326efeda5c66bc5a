import type { APIRoute } from 'astro';
import { z } from 'astro/zod';
import { commandsFileSchema } from '../lib/commands-file.ts';
import { href } from '../data/base.ts';

/** The JSON Schema (draft 2020-12) of `/commandes.json`, made from the one that checks it at build. */
export const GET: APIRoute = ({ site }) =>
  Response.json({
    $id: new URL(href('/commandes.schema.json'), site).href,
    title: 'Les exemples de commandes du Carnet Kubernetes',
    ...z.toJSONSchema(commandsFileSchema),
  });
