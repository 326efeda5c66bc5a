import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { VFile } from 'vfile';

/** The names that link themselves, and whose page each file is. */
export interface LinkTerms {
  /** `Pod` → `/objets/pod/`, `kubectl rollout undo` → `/commandes/kubectl-rollout-undo/` */
  readonly addresses: ReadonlyMap<string, string>;
  /** By path in content/: `objects/pod.mdx` → `/objets/pod/` */
  readonly pages: ReadonlyMap<string, string>;
}

/** A node of a page: Markdown's, or a component's of MDX, which has children too. */
type Node = RootContent | ElementContent;

/** Where a name is a title, a line to run or a link already. */
const NOT_PROSE = new Set(['a', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'carnet-command']);

/**
 * Rehype plugin: makes a link of the first mention of each object and of each command in a page's prose. A link of the
 * author counts as a mention; a page never links to itself. Code is kept whole: `kubectl apply -f x` becomes a link around it.
 */
export function rehypeAutoLinks({ terms }: { terms: () => Promise<LinkTerms> }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const { addresses, pages } = await terms();
    const own = pages.get(file.path.replaceAll('\\', '/').replace(/^.*\/content\//, ''));
    const linked = new Set(own ? [own] : []);
    const names = [...addresses.keys()].sort((a, b) => b.length - a.length);
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}_./«-])(?:(${names.join('|')})(?:(?<=[A-Z]\\w*)s)?)(?![\\p{L}\\p{N}_/-])`,
      'u',
    );

    const inCode = (code: Element): Node => {
      const text = toString(code);
      const name = names.find((candidate) => text === candidate || text.startsWith(`${candidate} `));
      return name?.includes(' ') ? link(name, code) : code;
    };
    const link = (name: string, child: ElementContent): ElementContent => {
      const address = addresses.get(name) ?? '';
      if (linked.has(address)) return child;
      linked.add(address);
      return { type: 'element', tagName: 'a', properties: { href: address }, children: [child] };
    };
    const inText = (text: string): ElementContent[] => {
      const [match = '', name = ''] = pattern.exec(text) ?? [];
      if (!match) return text ? [{ type: 'text', value: text }] : [];
      const at = text.search(pattern);
      const rest = text.slice(at + match.length);
      return [
        ...(at > 0 ? [{ type: 'text' as const, value: text.slice(0, at) }] : []),
        link(name, { type: 'text', value: match }),
        ...inText(rest),
      ];
    };
    const visit = (node: Node): Node[] => {
      if (node.type === 'text') return joinTexts(inText(node.value));
      if (node.type === 'element') {
        const { href } = node.properties;
        if (typeof href === 'string') linked.add(href.split('#')[0] ?? '');
        if (node.tagName === 'code') return [inCode(node)];
        if (NOT_PROSE.has(node.tagName)) return [node];
      }
      if ('children' in node) node.children = node.children.flatMap(visit) as ElementContent[];
      return [node];
    };
    tree.children = tree.children.flatMap(visit);
  };
}

/** A name that was linked before stays text: its pieces are one text again. */
function joinTexts(nodes: ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else joined.push(node);
  }
  return joined;
}
