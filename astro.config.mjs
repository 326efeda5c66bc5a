import { readFileSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { addresses } from './src/integrations/addresses.ts';
import { checkContent } from './src/integrations/check-content.ts';
import { finishPages } from './src/integrations/finish-pages.ts';
import { lightImports } from './src/integrations/light-imports.ts';
import { offline } from './src/integrations/offline.ts';
import { placeholders } from './src/integrations/placeholders.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { readLinkTerms } from './src/lib/content/link-terms.ts';
import { shortProperties } from './src/lib/css/short-properties.ts';
import { BuiltPages } from './src/lib/finish/built-pages.ts';
import { rehypeAutoLinks } from './src/lib/markdown/auto-links.ts';
import { rehypeBaseLinks } from './src/lib/markdown/base-links.ts';
import { rehypeCodeBlocks } from './src/lib/markdown/code-blocks.ts';
import { remarkHeadingIds } from './src/lib/markdown/heading-ids.ts';
import { rehypeHeadingLinks } from './src/lib/markdown/heading-links.ts';
import { remarkTypeset } from './src/lib/markdown/typeset-text.ts';
import { once } from './src/lib/once.ts';
import { readPlace } from './src/lib/place.ts';

// Where the site is served, for canonical addresses and for a sub-path such as /notes-k8s/.
const { site, base } = readPlace(process.env);

// OFFLINE=off takes the site away again from the devices of its readers, and keeps nothing there any more.
const isOffline = process.env.OFFLINE !== 'off';

// Read once: in development, a new page links itself after a restart.
const terms = once(() => readLinkTerms('content'));

const built = new BuiltPages();

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // Outside of node_modules, which `npm ci` empties: continuous integration keeps it between builds.
  cacheDir: '.cache/astro',
  // 'jsx', the default, drops the space between two inline elements that stand on two lines.
  compressHTML: true,
  // Several pages at once, so that none waits until another is finished, which happens beside (`finish-pages`).
  build: { inlineStylesheets: 'never', concurrency: 16 },
  integrations: [
    mdx(),
    checkContent(),
    placeholders(),
    lightImports(),
    finishPages(built),
    addresses(built),
    searchIndex(built),
    offline(isOffline), // after all that it lists
  ],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: false, // remark-gfm is listed instead, as the owner asked
      smartypants: false, // it turns `--flag` into a dash
      remarkPlugins: [remarkGfm, remarkHeadingIds, remarkTypeset],
      rehypePlugins: [[rehypeAutoLinks, { terms }], [rehypeBaseLinks, { base }], rehypeCodeBlocks, rehypeHeadingLinks],
    }),
  },
  vite: {
    css: { postcss: { plugins: [shortProperties(readFileSync('src/styles/tokens.css', 'utf8'))] } },
    build: {
      // The Content-Security-Policy refuses inline scripts: Vite must not inline the small ones.
      assetsInlineLimit: 0,
      // The first versions that know light-dark(), so that it is not rewritten.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      // Astro's own directive, on each page with a component: https://github.com/withastro/astro/issues/18087
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
