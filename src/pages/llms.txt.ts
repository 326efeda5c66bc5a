import type { APIRoute } from 'astro';
import { getPublicPages, type PublicPage } from '../data/all-pages.ts';
import { href } from '../data/base.ts';
import { SITE } from '../site.ts';
import { UI } from '../ui.ts';

/** The site for language models: each page's Markdown by section, and the commands as data. Source: llmstxt.org. */
export const GET: APIRoute = async ({ site }) => {
  const at = (address: string): string => new URL(href(address), site).href;
  const line = ({ title, address, summary, command }: PublicPage): string =>
    `- [${title}](${at(address)}index.md): ${command ? `\`${command}\` — ${summary}` : summary}\n`;
  const sections = Map.groupBy(await getPublicPages(), ({ section }) => section ?? UI.sections);
  const { [UI.sections]: others = [], ...own } = Object.fromEntries(sections);
  const text = [
    `# ${SITE.name}\n\n> ${SITE.description}\n`,
    `Chaque page existe en Markdown, à son adresse suivie de « index.md ». Les exemples de commandes, avec leur effet et leurs objets, sont dans [commandes.json](${at('/commandes.json')}), que décrit [son schéma](${at('/commandes.schema.json')}).\n`,
    ...Object.entries(own).map(([title, pages]) => `## ${title}\n\n${pages.map(line).join('')}`),
    `## Optional\n\n${others.map(line).join('')}`,
  ].join('\n');
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
