import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeOffline } from '../lib/offline/write.ts';

/** Under one name for ever: a reader's browser looks there whether there is a new version. */
const WORKER = 'sw.js';

/**
 * Ships the service worker that keeps the site on the reader's device.
 * @param isOn when false, and in development, the one that removes it and all that it kept is shipped instead
 */
export function offline(isOn: boolean): AstroIntegration {
  let source = '';
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const isKept = isOn && command === 'build';
        source = fileURLToPath(new URL(`src/workers/${isKept ? '' : 'remove-'}offline.ts`, config.root));
        updateConfig({
          vite: {
            define: { 'import.meta.env.OFFLINE': JSON.stringify(isKept) },
            plugins: [
              {
                name: 'offline-worker',
                apply: 'build',
                buildStart() {
                  if (this.environment.name === 'client')
                    this.emitFile({ type: 'chunk', id: source, fileName: WORKER });
                },
              },
            ],
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (isOn) logger.info(`${await writeOffline(fileURLToPath(dir))} files kept for reading offline`);
      },
      'astro:server:setup': ({ server }) => {
        // The worker of an earlier `npm start` on the same port would answer for the development server.
        server.middlewares.use((request, response, next) => {
          if (!request.url?.endsWith(`/${WORKER}`)) {
            next();
            return;
          }
          void server.transformRequest(source).then((result) => {
            response.setHeader('content-type', 'text/javascript');
            response.end(result?.code);
          }, next);
        });
      },
    },
  };
}
