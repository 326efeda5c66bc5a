import type { APIRoute, GetStaticPaths } from 'astro';
import { getPublicPages, type PublicPage } from '../../data/all-pages.ts';
import { drawCard } from '../../lib/card/draw.ts';
import drawSource from '../../lib/card/draw.ts?raw';
import layoutSource from '../../lib/card/layout.ts?raw';
import lookSource from '../../lib/card/look.ts?raw';
import { cardAddress } from '../../lib/urls.ts';
import { SITE } from '../../site.ts';
import { UI } from '../../ui.ts';

export const getStaticPaths = (async () =>
  (await getPublicPages()).map((page) => ({
    params: { page: cardAddress(page.address).slice('/cartes/'.length, -'.png'.length) },
    props: { page },
  }))) satisfies GetStaticPaths;

// A card changes with what it says and with how it is drawn.
const cache = { folder: 'node_modules/.astro/cards', version: drawSource + layoutSource + lookSource };

/** The card that chats show for a page. */
export const GET: APIRoute<{ page: PublicPage }> = async ({ props: { page } }) => {
  const { title, summary, command, section, files, effect } = page;
  const content = {
    title,
    summary: command ? undefined : summary,
    command,
    section,
    danger: effect === 'suppression' ? UI.effects.suppression : undefined,
    siteName: title === SITE.name ? '' : SITE.name,
  };
  const png = await drawCard(content, files[0] ?? 'src/data/all-pages.ts', cache);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
