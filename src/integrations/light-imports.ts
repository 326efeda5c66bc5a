import type { AstroIntegration } from 'astro';

/**
 * Leaves out of every page Vite's helper that preloads the parts of an `import()`, nearly 1 KB compressed: what is loaded
 * on intent is small here, and brings its stylesheet itself (`elements/load-style.ts`), because the helper also did that.
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
                // Else each page still lists the files that could be preloaded.
                configEnvironment: (name: string) =>
                  name === 'client' ? { build: { modulePreload: false } } : undefined,
                load: (id: string) =>
                  id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
              },
            ],
          },
        });
      },
    },
  };
}
