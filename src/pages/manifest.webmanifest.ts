import type { APIRoute } from 'astro';
import { href } from '../data/base.ts';
import { SITE } from '../site.ts';

/** What a browser needs to install the site (W3C Web Application Manifest). */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      id: href('/'),
      name: SITE.name,
      short_name: 'Carnet K8s',
      description: SITE.description,
      lang: 'fr',
      dir: 'ltr',
      start_url: href('/'),
      scope: href('/'),
      display: 'standalone',
      background_color: '#fbfaf7',
      theme_color: '#fbfaf7',
      categories: ['education', 'developer tools'],
      icons: [
        { src: href('/favicon.svg'), type: 'image/svg+xml', sizes: 'any' },
        { src: href('/icon-192.png'), type: 'image/png', sizes: '192x192' },
        { src: href('/icon-512.png'), type: 'image/png', sizes: '512x512' },
        { src: href('/icon-maskable.png'), type: 'image/png', sizes: '512x512', purpose: 'maskable' },
      ],
      shortcuts: [
        { name: 'Rechercher une commande', short_name: 'Rechercher', url: href('/recherche/') },
        { name: 'Antisèche', url: href('/antiseche/') },
      ].map((shortcut) => ({ ...shortcut, icons: [{ src: href('/icon-192.png'), sizes: '192x192' }] })),
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
