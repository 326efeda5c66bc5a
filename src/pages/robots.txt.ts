import type { APIRoute } from 'astro';
import { href } from '../data/base.ts';

/** Lets every robot read the site, and tells where its pages are. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(href('/sitemap.xml'), site).href}\n`);
