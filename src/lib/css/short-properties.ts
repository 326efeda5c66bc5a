/** What of a PostCSS declaration is read and changed here. */
interface Declaration {
  prop: string;
  value: string;
  remove(): unknown;
}

const NAME = /--[a-z][\w-]*/g;

/** The nth name of one letter, then of two: `--a` … `--z`, `--aa`. Letters repeat, so they compress; a hash does not. */
function nthName(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? `--${letter}` : `${nthName(Math.floor(index / 26) - 1)}${letter}`;
}

/**
 * PostCSS plugin: custom properties under short names, and without those that only stand for another one: 350 bytes less
 * of each page. The two floors of tokens.css are for those who write styles; a browser needs neither.
 * @param tokens the stylesheet that declares them all
 * @throws Error naming a property that it does not declare
 */
export function shortProperties(tokens: string) {
  const aliases = new Map<string, string>();
  for (const [, name = '', target = ''] of tokens.matchAll(/(--[\w-]+): var\((--[\w-]+)\);/g))
    aliases.set(name, target);
  const names = [...tokens.matchAll(/^ *(--[\w-]+):/gm)].map(([, name = '']) => name);
  const short = new Map(names.filter((name) => !aliases.has(name)).map((name, index) => [name, nthName(index)]));
  const rename = (name: string): string => {
    const found = short.get(aliases.get(name) ?? name);
    if (!found) throw new Error(`${name} is not declared in tokens.css: declare it there`);
    return found;
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
