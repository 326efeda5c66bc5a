import type { Heading, Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from 'unist-util-visit';

const MARK = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/;

/** The id written at the end of a heading's text: `'Les pièges {#pieges}'` → `{ id: 'pieges', text: 'Les pièges' }`. */
export function readHeadingId(text: string): { id: string | undefined; text: string } {
  const match = MARK.exec(text);
  return match ? { id: match[1], text: text.slice(0, match.index) } : { id: undefined, text };
}

/**
 * Remark plugin: gives each heading the id that its author wrote after it, `## Les pièges \{#pieges}`, so that a
 * heading can be reworded without breaking the links to it. Fails the build, naming the file and the line, where one is missing.
 */
export function remarkHeadingIds() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'heading', (heading: Heading) => {
      const last = heading.children.at(-1);
      const found = last?.type === 'text' ? readHeadingId(last.value) : undefined;
      if (last?.type !== 'text' || !found?.id) {
        file.fail(
          'Ce titre n’a pas d’identifiant stable. Ajoutez-le à la fin de la ligne : « ## Le titre \\{#mon-identifiant} ».',
          heading,
        );
      }
      last.value = found.text;
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id: found.id } };
    });
  };
}
