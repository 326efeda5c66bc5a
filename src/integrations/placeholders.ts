import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readPlaceholders } from '../lib/placeholders.ts';

const NAME = 'virtual:placeholders';

/**
 * Gives content/placeholders.yaml to the browser as the module `virtual:placeholders`, so that it is part of what is
 * loaded on intent: nothing to fetch, nothing that could be missing or stale.
 */
export function placeholders(): AstroIntegration {
  return {
    name: 'placeholders',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const file = new URL('content/placeholders.yaml', config.root);
        updateConfig({
          vite: {
            plugins: [
              {
                name: NAME,
                resolveId: (id: string) => (id === NAME ? `\0${NAME}` : undefined),
                load(id: string) {
                  if (id !== `\0${NAME}`) return undefined;
                  this.addWatchFile(fileURLToPath(file));
                  return `export default ${JSON.stringify(readPlaceholders(file))};`;
                },
              },
            ],
          },
        });
      },
    },
  };
}
