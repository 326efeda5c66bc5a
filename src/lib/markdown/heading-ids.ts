import type { Heading, Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from 'unist-util-visit';

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const MARK = new RegExp(`\\s*\\{(#${ID}(?: #${ID})*)\\}\\s*$`);

/**
 * The ids written at the end of a heading's text, those that it had before after the first:
 * `'Les pièges {#pieges #attention}'` → `{ ids: ['pieges', 'attention'], text: 'Les pièges' }`.
 */
export function readHeadingIds(text: string): { ids: string[]; text: string } {
  const match = MARK.exec(text);
  if (!match) return { ids: [], text };
  return { ids: (match[1] ?? '').split(' ').map((mark) => mark.slice(1)), text: text.slice(0, match.index) };
}

/**
 * Remark plugin: gives each heading the id that its author wrote after it, `## Les pièges \{#pieges}`, so that a
 * heading can be reworded without breaking the links to it. An id that it had before stays in the page, on an empty
 * element: links to it work without script. Fails the build, naming the file and the line, where one is missing.
 */
export function remarkHeadingIds() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'heading', (heading: Heading) => {
      const last = heading.children.at(-1);
      const found = last?.type === 'text' ? readHeadingIds(last.value) : undefined;
      const [id, ...old] = found?.ids ?? [];
      if (last?.type !== 'text' || !found || !id) {
        file.fail(
          'Ce titre n’a pas d’identifiant stable. Ajoutez-le à la fin de la ligne : « ## Le titre \\{#mon-identifiant} ».',
          heading,
        );
      }
      last.value = found.text;
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
      // An emphasis only in name: `hName` decides, and Markdown has no node for a bare element.
      for (const alias of old)
        heading.children.push({ type: 'emphasis', children: [], data: { hName: 'span', hProperties: { id: alias } } });
    });
  };
}
