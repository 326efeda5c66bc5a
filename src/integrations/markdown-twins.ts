import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { kept } from '../lib/kept.ts';
import { mainOf, toPageMarkdown } from '../lib/markdown/page-markdown.ts';

/** The code that a twin depends on. */
const SOURCES = ['page-markdown.ts', 'plain-blocks.ts'].map(
  (name) => new URL(`../lib/markdown/${name}`, import.meta.url),
);

/**
 * Writes beside each page that says so its twin in Markdown: `/objets/pod/index.md`. That of a page which did not change is
 * the one of the last build.
 */
export function markdownTwins(): AstroIntegration {
  let folder = '';
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL('twins/', config.cacheDir));
      },
      'astro:build:done': async ({ dir }) => {
        const version = await Promise.all(SOURCES.map((source) => readFile(source, 'utf8')));
        const files = (await readdir(dir, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
        for (const file of files.filter((name) => name.endsWith('index.html'))) {
          const html = await readFile(new URL(file, dir), 'utf8');
          const address = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
          if (!address || !html.includes('type="text/markdown"')) continue;
          const twin = await kept(folder, [version, address, mainOf(html)], () =>
            Promise.resolve(Buffer.from(toPageMarkdown(html, address))),
          );
          await writeFile(new URL(file.replace(/html$/, 'md'), dir), twin);
        }
      },
    },
  };
}
