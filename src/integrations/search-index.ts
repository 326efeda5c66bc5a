import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { BuiltPages } from '../lib/finish/built-pages.ts';
import { buildSearchIndex } from '../lib/search/build-index.ts';
import { buildFullText } from '../lib/search/full-text.ts';
import { readAsked, withAsked } from '../lib/search/read-asked.ts';
import { readExamples } from '../lib/search/records.ts';
import { readVocabulary } from '../lib/search/read-vocabulary.ts';

const TYPES: Record<string, string> = { js: 'text/javascript', json: 'application/json' };

/**
 * Builds the search index of the site that was just built; in development, serves the one of the last build.
 * @param built what its pages hold
 */
export function searchIndex(built: BuiltPages): AstroIntegration {
  let output = new URL('./dist/', `file://${process.cwd()}/`);
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        output = config.outDir;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { sections, themes } = built;
        // Pagefind is a process of its own: both indexes are made at once.
        const fullText = buildFullText(sections, fileURLToPath(new URL('pagefind/', dir)));
        const examples = withAsked(await readExamples(fileURLToPath(dir)), await readAsked());
        const records = [...examples, ...sections];
        await writeFiles(buildSearchIndex(records, await readVocabulary(), themes), new URL('_search/', dir));
        await fullText;
        logger.info(`${records.length} records indexed`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const file = /\/((?:pagefind|_search)\/[\w./-]+)/.exec(request.url ?? '')?.[1];
          if (!file || file.includes('..')) {
            next();
            return;
          }
          readFile(new URL(file, output)).then(
            (body) => {
              response.setHeader('content-type', TYPES[file.split('.').pop() ?? ''] ?? 'application/octet-stream');
              response.end(body);
            },
            () => {
              // The search field reads this answer as « index not reachable » and says how to build it.
              response.statusCode = 404;
              response.end('No search index yet: run « npm run build » once.');
            },
          );
        });
      },
    },
  };
}

async function writeFiles(files: ReadonlyMap<string, string>, folder: URL): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, text] of files) {
    const file = fileURLToPath(new URL(name, folder));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
