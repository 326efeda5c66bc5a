import type { AstroIntegration } from 'astro';

/** The two modules of the base script that copy; all others that do are loaded on intent. */
const BASE_SCRIPT = /\/(carnet-command|copy-links)\.ts$/;
/** Vite's plugin that wraps each `import()` in a helper which preloads its parts. */
const PRELOADING = 'native:import-analysis-build';

/**
 * Makes the base script one small file. Each `import()` stays as it is written: what is loaded on intent is small, and
 * brings its stylesheet itself (`elements/load-style.ts`); Vite's helper, which would preload its parts, weighs more than
 * 1 KB compressed in every page. And what is loaded on intent has its own copy of `clipboard.ts`, 450 bytes without state:
 * a module that both share would be a file, and a request, that every page waits for. Should Vite rename its plugin, pages
 * only grow, and the test of their weight says so.
 */
export function lightImports(): AstroIntegration {
  return {
    name: 'light-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'light-imports',
                enforce: 'pre',
                apply: 'build',
                configResolved({ plugins }) {
                  const preloading = plugins.find(({ name }) => name === PRELOADING);
                  if (preloading) preloading.applyToEnvironment = () => false;
                },
                async resolveId(source, importer) {
                  if (!source.endsWith('/clipboard.ts') || !importer || BASE_SCRIPT.test(importer)) return undefined;
                  const found = await this.resolve(source, importer, { skipSelf: true });
                  return found && `${found.id}?on-intent`;
                },
              },
            ],
          },
        });
      },
    },
  };
}
