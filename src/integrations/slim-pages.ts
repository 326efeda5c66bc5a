import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { slimPage } from '../lib/html/slim.ts';

/** Makes the built pages lighter, once every other integration has read them: listed last. */
export function slimPages(): AstroIntegration {
  return {
    name: 'slim-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const file of await readdir(dir, { recursive: true })) {
          if (!file.endsWith('.html')) continue;
          const page = new URL(file.replaceAll('\\', '/'), dir);
          await writeFile(page, slimPage(await readFile(page, 'utf8')));
        }
      },
    },
  };
}
