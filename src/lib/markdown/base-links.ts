import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { withBase } from '../urls.ts';

/** Rehype plugin: puts the site's base path before the addresses that authors write from the root. */
export function rehypeBaseLinks({ base }: { base: string }) {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const { href } = element.properties;
      if (element.tagName === 'a' && typeof href === 'string') element.properties.href = withBase(href, base);
    });
  };
}
