import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Rehype plugin: puts after each heading the link that copies its address. Its text is an attribute, so that the table of contents does not hold it. */
export function rehypeHeadingLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const { id } = element.properties;
      if (!/^h[2-4]$/.test(element.tagName) || typeof id !== 'string') return;
      element.children.push({
        type: 'element',
        tagName: 'a',
        properties: {
          className: ['anchor'],
          href: `#${id}`,
          dataCopyLink: '',
          ariaLabel: `Lien vers «\u00a0${toString(element)}\u00a0»`,
        },
        children: [],
      });
    });
  };
}
