import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypeBaseLinks } from './base-links.ts';
import { remarkTypeset } from './typeset-text.ts';

/** The same sentence stands under many examples: it is rendered once a build. */
const rendered = new Map<string, string>();

/**
 * Renders a one-paragraph Markdown text of a frontmatter field, without its `<p>`:
 * `renderInline('Affiche `Ready`.', '/')` → `Affiche <code>Ready</code>.`
 */
export function renderInline(text: string, base: string): string {
  const key = `${base}\n${text}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = unified()
    .use(remarkParse)
    .use(remarkTypeset)
    .use(remarkRehype)
    .use(rehypeBaseLinks, { base })
    .use(rehypeStringify)
    .processSync(text);
  const inline = String(html).replace(/^<p>|<\/p>$/g, '');
  rendered.set(key, inline);
  return inline;
}
