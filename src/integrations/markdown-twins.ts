import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { toPageMarkdown } from '../lib/markdown/page-markdown.ts';

/** Writes beside each page that says so its twin in Markdown: `/objets/pod/index.md`. */
export function markdownTwins(): AstroIntegration {
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const files = (await readdir(dir, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
        for (const file of files.filter((name) => name.endsWith('index.html'))) {
          const html = await readFile(new URL(file, dir), 'utf8');
          const address = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
          if (address && html.includes('type="text/markdown"'))
            await writeFile(new URL(file.replace(/html$/, 'md'), dir), toPageMarkdown(html, address));
        }
      },
    },
  };
}
