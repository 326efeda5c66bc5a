/** A block of code, or code in a sentence: what it holds is text. */
const CODE = /^ *(```|~~~)[^]*?^ *\1.*$|(`+)(?!`)[^]*?[^`]\2(?!`)/gm;
/** What only MDX understands, or understands otherwise than Markdown: a tag, an expression, an import, an indented line. */
const MDX_ONLY = /(?<!\\)[{<]|^(?:import|export)\b|^(?: {4}|\t)/m;

/**
 * Whether the body of a page says the same as Markdown and as MDX: it uses no component. Markdown is rendered once, and kept
 * between builds; a page of MDX is a module that each build compiles, bundles and runs: ten times as long.
 */
export function isPlainMarkdown(body: string): boolean {
  return !MDX_ONLY.test(body.replace(CODE, ''));
}
