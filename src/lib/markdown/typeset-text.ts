import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { typeset } from '../typography.ts';

/** Remark plugin: sets prose by the rules of French typography; code is never touched. */
export function remarkTypeset() {
  return (tree: Root): void => {
    visit(tree, 'text', (node) => {
      node.value = typeset(node.value);
    });
  };
}
