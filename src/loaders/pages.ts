import { glob, type Loader } from 'astro/loaders';
import { isPlainMarkdown } from '../lib/content/is-plain.ts';

/**
 * Loads the `.mdx` pages of a folder as Astro's glob loader does, but renders at once those whose body is plain Markdown
 * (see {@link isPlainMarkdown}) and keeps what they give between builds.
 * @param options of Astro's glob loader
 * @param version what a rendered page depends on beside its own file: another one renders all pages again
 */
export function pages(options: Parameters<typeof glob>[0], version: () => Promise<string>): Loader {
  const loader = glob({ ...options, retainBody: true });
  return {
    name: 'pages',
    async load(context) {
      const now = await version();
      const rendering: Promise<void>[] = [];
      const { store } = context;
      await loader.load({
        ...context,
        generateDigest: (data) =>
          context.generateDigest(`${now}\n${typeof data === 'string' ? data : JSON.stringify(data)}`),
        store: {
          ...store,
          set: ({ body, ...entry }) => {
            if (!entry.deferredRender || !entry.filePath || !isPlainMarkdown(body ?? '')) return store.set(entry);
            const fileURL = new URL(entry.filePath, context.config.root);
            rendering.push(
              context
                .renderMarkdown(body ?? '', { fileURL })
                .then((rendered) => void store.set({ ...entry, rendered, deferredRender: false })),
            );
            return true;
          },
        },
      });
      await Promise.all(rendering);
    },
  };
}
