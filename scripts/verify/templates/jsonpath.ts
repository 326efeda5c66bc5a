/** A step of a path, or what stands beside the paths of a template. */
export type Step =
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'identifier'; readonly name: string }
  | { readonly type: 'filter'; readonly left: Path; readonly operator: string; readonly right: Path }
  | { readonly type: 'union'; readonly branches: readonly Path[] }
  /** `[0]`, `[*]`, `[1:3]` */
  | { readonly type: 'index' }
  /** `*`, `..`, a number or a boolean */
  | { readonly type: 'wildcard' | 'recursive' | 'constant' };

/** What one `{…}` does, step after step. */
export type Path = readonly Step[];

/** A template that kubectl can't read, in its own words. */
export class JsonPathError extends Error {}

const INDEX = /^-?\d*(?::-?\d*)?(?::-?\d*)?$/;
const FILTER = /^([^!<>=]+)([!<>=~]+)(.+)$/s;

/**
 * Reads a template as kubectl does: a list of texts and of paths, `Nom : {.metadata.name}`.
 * Source of the grammar: kubernetes.io/docs/reference/kubectl/jsonpath and client-go's util/jsonpath, whose rules on
 * quotes, keys and filters are stricter than those of other JSONPath.
 * @throws JsonPathError when kubectl would refuse it
 */
export function parseJsonPath(template: string): Path[] {
  return new JsonPathReader(template).read();
}

/** kubectl adds the braces and the first dot of `--sort-by`, of custom columns and of `wait`: `metadata.name` → `{.metadata.name}`. */
export function relax(expression: string): string {
  const match = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/.exec(expression);
  if (!match)
    throw new JsonPathError(
      `unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'`,
    );
  return `{.${match[1] ?? match[2] ?? ''}}`;
}

class JsonPathReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Path[] {
    const paths: Path[] = [];
    while (this.#at < this.#text.length) {
      const open = this.#text.indexOf('{', this.#at);
      if (open !== this.#at) paths.push([{ type: 'text', text: this.#take(open < 0 ? this.#text.length : open) }]);
      else {
        this.#at += 1;
        paths.push(this.#action());
      }
    }
    return paths;
  }

  /** What stands between the braces, which are read to their end. */
  #action(): Step[] {
    const steps: Step[] = [];
    for (;;) {
      const rest = this.#text.slice(this.#at);
      const [letter = ''] = rest;
      if (letter === '' || letter === '\n' || letter === '\r') throw new JsonPathError('unclosed action');
      if (letter === '}') {
        this.#at += 1;
        return steps;
      }
      if (letter === ' ' || letter === '@' || letter === '$') this.#at += 1;
      else if (rest.startsWith('[?(')) steps.push(this.#filter());
      else if (rest.startsWith('..')) this.#recursive(steps);
      else if (letter === '[') steps.push(...this.#brackets());
      else if (letter === '.') {
        this.#at += 1;
        steps.push(this.#field());
      } else if (letter === '"' || letter === "'") steps.push(this.#quoted(letter));
      else if (/[-+\d]/.test(letter)) steps.push(this.#number());
      else if (/[\p{L}_]/u.test(letter)) steps.push(this.#identifier());
      else throw new JsonPathError(`unrecognized character in action: '${letter}'`);
    }
  }

  #recursive(steps: Step[]): void {
    if (steps.at(-1)?.type === 'recursive') throw new JsonPathError('invalid multiple recursive descent');
    this.#at += 2;
    steps.push({ type: 'recursive' });
    if (/^[\p{L}\d_]/u.test(this.#text.slice(this.#at))) steps.push(this.#field());
  }

  #field(): Step {
    const [name = ''] = /^(?:\\.|[^\\\s.,[\]$@{}])*/s.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += name.length;
    return name === '*' ? { type: 'wildcard' } : { type: 'field', name: name.replaceAll('\\', '') };
  }

  #identifier(): Step {
    const [name = ''] = /^[^\s.,[\]$@{}]+/.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += name.length;
    return name === 'true' || name === 'false' ? { type: 'constant' } : { type: 'identifier', name };
  }

  #number(): Step {
    const [number = ''] = /^[-+]?[\d.]*/.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += number.length;
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(number)) throw new JsonPathError(`cannot parse number ${number}`);
    return { type: 'constant' };
  }

  #quoted(quote: string): Step {
    const start = this.#at;
    const end = this.#endOf(quote, start + 1);
    if (end < 0) throw new JsonPathError('unterminated quoted string');
    this.#at = end + 1;
    return { type: 'text', text: this.#text.slice(start + 1, end) };
  }

  #endOf(quote: string, from: number): number {
    for (let at = from; at < this.#text.length && this.#text[at] !== '\n'; at += 1)
      if (this.#text[at] === quote && this.#text[at - 1] !== '\\') return at;
    return -1;
  }

  #brackets(): Path {
    const end = this.#text.indexOf(']', this.#at);
    const inside = end < 0 ? '\n' : this.#text.slice(this.#at + 1, end);
    if (inside.includes('\n')) throw new JsonPathError('unterminated array');
    this.#at = end + 1;
    if (inside.includes(','))
      return [
        { type: 'union', branches: inside.split(',').map((one) => actionOf(`[${one.replaceAll(/^ +| +$/g, '')}]`)) },
      ];
    const key = /^'([^']*)'$/.exec(inside)?.[1];
    // A dot parts the key in two here as well, unless a backslash comes before it.
    if (key !== undefined) return actionOf(`.${key}`);
    if (inside !== '*' && !INDEX.test(inside)) throw new JsonPathError(`invalid array index ${inside}`);
    return [{ type: 'index' }];
  }

  #filter(): Step {
    let at = this.#at + '[?('.length;
    const start = at;
    let quote = '';
    // kubectl knows one pair of quotes in a filter: what comes after it is plain.
    for (let isDone = false; this.#text[at] !== ')' || (quote !== '' && !isDone); at += 1) {
      const letter = this.#text[at];
      if (letter === undefined || letter === '\n') throw new JsonPathError('unterminated filter');
      if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
      else if (letter === quote && this.#text[at - 1] !== '\\') isDone = true;
    }
    if (this.#text[at + 1] !== ']') throw new JsonPathError('unclosed array expect ]');
    this.#at = at + 2;
    const [, left, operator = '', right = ''] = FILTER.exec(this.#text.slice(start, at)) ?? [];
    if (left === undefined) return { type: 'filter', left: actionOf(this.#text.slice(start, at)), operator, right: [] };
    return { type: 'filter', left: actionOf(left), operator, right: actionOf(right) };
  }

  #take(end: number): string {
    const text = this.#text.slice(this.#at, end);
    this.#at = end;
    return text;
  }
}

/** The steps of a piece that stands inside a path. */
const actionOf = (text: string): Path => parseJsonPath(`{${text}}`)[0] ?? [];
