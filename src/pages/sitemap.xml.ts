import type { APIRoute } from 'astro';
import { getPublicPages } from '../data/all-pages.ts';
import { href } from '../data/base.ts';
import { changeDateOf } from '../data/history.ts';

/** Every page with the day it last changed, when git knows it. Source: sitemaps.org/protocol.html. */
export const GET: APIRoute = async ({ site }) => {
  const urls = (await getPublicPages()).map((page) => {
    const changed = changeDateOf(page);
    const date = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `<url><loc>${new URL(href(page.address), site).href}</loc>${date}</url>\n`;
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
  return new Response(body, { headers: { 'content-type': 'application/xml' } });
};
