import type { APIRoute } from 'astro';
import { href } from '../data/base.ts';
import { SITE } from '../site.ts';

/** Lets the address bar of the browser search the site (OpenSearch 1.1). */
export const GET: APIRoute = ({ site }) => {
  const search = new URL(href('/recherche/'), site);
  const icon = new URL(href('/favicon.svg'), site);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${SITE.name}</ShortName>`,
    '<Description>Trouver une commande kubectl, en français.</Description>',
    '<Language>fr</Language>',
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image type="image/svg+xml">${icon}</Image>`,
    `<Url type="text/html" template="${search}?q={searchTerms}"/>`,
    '</OpenSearchDescription>',
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'application/opensearchdescription+xml' },
  });
};
