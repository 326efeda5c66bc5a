import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import Tinypool from 'tinypool';
import type { BuiltPages } from '../lib/finish/built-pages.ts';
import { codeVersion } from '../lib/finish/code-version.ts';
import type { FinishedPart, PageTask } from '../lib/finish/worker.ts';
import { forgetOlder } from '../lib/kept.ts';
import { withoutBase } from '../lib/urls.ts';

/**
 * Finishes each page as soon as it is rendered, in threads beside the one that renders: writes its Markdown twin and its card,
 * takes out what only the build needed. What did not change since an earlier build is not made again.
 * @param built is told what the pages hold
 */
export function finishPages(built: BuiltPages): AstroIntegration {
  let task: Omit<PageTask, 'html' | 'file'>;
  let start = 0;
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': async ({ config }) => {
        task = {
          base: config.base,
          dist: fileURLToPath(config.outDir),
          cache: fileURLToPath(config.cacheDir),
          version: await codeVersion(fileURLToPath(config.root)),
        };
      },
      'astro:build:start': ({ setPrerenderer }) => {
        start = Date.now();
        setPrerenderer((own) => finishing(own, task, built));
      },
      'astro:build:done': async () => {
        for (const name of ['pages', 'cards']) await forgetOlder(`${task.cache}${name}`, start, 2 * built.size);
      },
    },
  };
}

function finishing(own: AstroPrerenderer, task: Omit<PageTask, 'html' | 'file'>, built: BuiltPages): AstroPrerenderer {
  const pool = new Tinypool({
    filename: new URL('../lib/finish/worker.ts', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: 1,
    // Finishing takes longer than rendering, which is one thread's work: while that one waits, no core does.
    maxThreads: Math.max(1, Math.min(4, availableParallelism())),
    // Little room for young objects keeps memory low at the same speed. The old ones have room for the list of all commands,
    // which holds 60,000 rows when 10,000 pages are added: a thread that runs out of it stops the build.
    resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 4096 },
  });
  return {
    ...own,
    async render(request, options) {
      const rendered = await own.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (!response.headers.get('content-type')?.startsWith('text/html')) return rendered;
      const file = fileOf(withoutBase(new URL(request.url).pathname, task.base));
      const page: PageTask = { ...task, file, html: await response.text() };
      const finished = (await pool.run(page)) as FinishedPart;
      built.add(file, finished);
      return new Response(finished.html, response);
    },
    async teardown() {
      await pool.destroy();
      await own.teardown?.();
    },
  };
}

/** Where Astro writes a page, by its address: `/objets/pod/` → `objets/pod/index.html`, `/404/` → `404.html`. */
function fileOf(address: string): string {
  const name = decodeURI(address).slice(1);
  return name === '404/' || name === '404' ? '404.html' : `${name}index.html`;
}
