import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypeBaseLinks } from './base-links.ts';
import { remarkTypeset } from './typeset-text.ts';

/**
 * Renders a one-paragraph Markdown text of a frontmatter field, without its `<p>`:
 * `renderInline('Affiche `Ready`.', '/')` → `Affiche <code>Ready</code>.`
 */
export function renderInline(text: string, base: string): string {
  const html = unified()
    .use(remarkParse)
    .use(remarkTypeset)
    .use(remarkRehype)
    .use(rehypeBaseLinks, { base })
    .use(rehypeStringify)
    .processSync(text);
  return String(html).replace(/^<p>|<\/p>$/g, '');
}
