import { createHash } from 'node:crypto';

/** What of a PostCSS declaration is read and changed here. */
interface Declaration {
  prop: string;
  value: string;
  remove(): unknown;
}

const NAME = /--[a-z][\w-]*/g;

/** `--color-text-soft` → `--k3f`: from the name alone, so that a file kept in a cache agrees with a newer one. */
function shortName(name: string): string {
  return `--${(createHash('sha256').update(name).digest().readUInt16BE() % 46_656).toString(36).padStart(3, '0')}`;
}

/**
 * PostCSS plugin: custom properties under short names, and without those that only stand for another one: 250 bytes less
 * of each page. The two floors of tokens.css are for those who write styles; a browser needs neither.
 * @param tokens the stylesheet that declares them
 * @throws Error naming two properties that would have the same short name
 */
export function shortProperties(tokens: string) {
  const aliases = new Map<string, string>();
  for (const [, name = '', target = ''] of tokens.matchAll(/(--[\w-]+): var\((--[\w-]+)\);/g))
    aliases.set(name, target);
  const taken = new Map<string, string>();
  const rename = (name: string): string => {
    const full = aliases.get(name) ?? name;
    const short = shortName(full);
    const other = taken.get(short);
    if (other && other !== full) throw new Error(`${other} and ${full} both shorten to ${short}: rename one of them`);
    taken.set(short, full);
    return short;
  };
  const done = new WeakSet<Declaration>();
  return {
    postcssPlugin: 'short-properties',
    Declaration(declaration: Declaration): void {
      if (done.has(declaration)) return;
      done.add(declaration);
      if (aliases.has(declaration.prop)) {
        declaration.remove();
        return;
      }
      if (declaration.prop.startsWith('--')) declaration.prop = rename(declaration.prop);
      if (declaration.value.includes('--')) declaration.value = declaration.value.replace(NAME, rename);
    },
  };
}
