import type { Root as Hast } from 'hast';
import type { Root as Mdast } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type Processor } from 'unified';
import { typeset } from '../typography.ts';
import { rehypeBaseLinks } from './base-links.ts';
import { remarkTypeset } from './typeset-text.ts';

const processors = new Map<string, Processor<Mdast, Mdast, Hast, Hast, string>>();

function processorFor(base: string) {
  const processor =
    processors.get(base) ??
    unified()
      .use(remarkParse)
      .use(remarkTypeset)
      .use(remarkRehype)
      .use(rehypeBaseLinks, { base })
      .use(rehypeStringify)
      .freeze();
  processors.set(base, processor);
  return processor;
}

/** Words and their punctuation on one line: Markdown and HTML have nothing to say of them. */
const PLAIN = /^\p{L}(?:[\p{L}\d,.;:!?'’()«»…/ -]*[\p{L}\d.;:!?)»…])?$/u;

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
  const inline = PLAIN.test(text)
    ? typeset(text)
    : String(processorFor(base).processSync(text)).replace(/^<p>|<\/p>$/g, '');
  rendered.set(key, inline);
  return inline;
}
