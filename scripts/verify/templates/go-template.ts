import { childrenOf, elementsOf, fieldOf, type Shapes } from './fields.ts';

interface Block {
  /** What `.` is inside it. */
  readonly dot: Shapes;
  /** What `.` is again after its `else`. */
  readonly outer: Shapes;
  readonly variables: ReadonlyMap<string, Shapes>;
}

const ANY: Shapes = [{ type: 'any' }];
const CHAIN = /(?<![\w.)\]$])(\$\w*)?((?:\.[A-Za-z_]\w*)+)/g;
const ONLY_CHAIN = /^(?:(?:(\$\w+)\s*,\s*)?(\$\w+)\s*:?=\s*)?((\$\w*)?(?:\.[A-Za-z_]\w*)+|\.|\$\w*)$/;

/**
 * Follows the fields that a Go template names (`{{range .items}}{{.metadata.name}}{{end}}`) through what it is given. Only
 * what is plain is followed: after a function, a template of its own or a redefined variable, anything may come.
 * The syntax is left to kubectl, which says itself what it can't read. Source: pkg.go.dev/text/template.
 * @throws FieldError when it names a field that does not exist
 */
export function checkGoTemplate(template: string, root: Shapes): void {
  const stack: Block[] = [{ dot: root, outer: root, variables: new Map([['$', root]]) }];
  const read = template.replaceAll(/\{\{-?\s*\/\*.*?\*\/\s*-?\}\}/gs, '');
  for (const [, action = ''] of read.matchAll(/\{\{-?\s*(.*?)\s*-?\}\}/gs)) {
    const block = stack.at(-1);
    if (!block || /^(?:define|block|template)\b/.test(action)) return;
    const [, word = '', rest = ''] = /^(range|with|if|else if|else with|else|end)?\s*(.*)$/s.exec(action) ?? [];
    checkChains(rest, block);
    if (word === 'range' || word === 'with') stack.push(enter(word, rest, block));
    else if (word === 'if') stack.push({ ...block, outer: block.dot });
    else if (word.startsWith('else')) stack.splice(-1, 1, { ...block, dot: word === 'else with' ? ANY : block.outer });
    else if (word === 'end') stack.pop();
    else if (/^\$\w+\s*:?=/.test(rest)) stack.splice(-1, 1, assign(rest, block));
  }
}

function checkChains(pipeline: string, block: Block): void {
  const plain = pipeline.replaceAll(/"(?:\\.|[^"\\])*"|`[^`]*`|'(?:\\.|[^'\\])*'/g, '""');
  for (const [, variable, chain = ''] of plain.matchAll(CHAIN)) followChain(variable, chain, block);
}

function followChain(variable: string | undefined, chain: string, { dot, variables }: Block): Shapes {
  let shapes = variable === undefined ? dot : (variables.get(variable) ?? ANY);
  let path = '';
  for (const name of chain.split('.').slice(1)) {
    shapes = fieldOf(shapes, name, path);
    path += `.${name}`;
  }
  return shapes;
}

/** What a pipeline gives, when it is one chain of fields; anything else may be anything. */
function valueOf(
  pipeline: string,
  block: Block,
): { readonly value: Shapes; readonly names: readonly (string | undefined)[] } {
  const [, key, name, chain] = ONLY_CHAIN.exec(pipeline.trim()) ?? [];
  if (chain === undefined)
    return { value: ANY, names: [...pipeline.matchAll(/(\$\w+)\s*(?=,|:?=)/g)].map((match) => match[1]) };
  const [, variable, fields = ''] = /^(\$\w*)?(.*)$/s.exec(chain) ?? [];
  return { value: followChain(variable, fields === '.' ? '' : fields, block), names: [key, name] };
}

function enter(word: string, rest: string, block: Block): Block {
  const { value, names } = valueOf(rest, block);
  const isOver = word === 'range';
  const inside = isOver
    ? value.some(({ type }) => type === 'list')
      ? elementsOf(value, '')
      : childrenOf(value)
    : value;
  const dot = inside.length > 0 ? inside : ANY;
  const [key, name] = names;
  const variables = new Map(block.variables);
  if (key) variables.set(key, ANY);
  if (name) variables.set(name, dot);
  return { dot, outer: block.dot, variables };
}

function assign(rest: string, block: Block): Block {
  const { value, names } = valueOf(rest, block);
  const variables = new Map(block.variables);
  for (const name of names) if (name) variables.set(name, value);
  return { ...block, variables };
}
