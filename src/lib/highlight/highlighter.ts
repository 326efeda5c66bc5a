import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import yaml from 'shiki/langs/yaml.mjs';
import json from 'shiki/langs/json.mjs';
import { kubectlGrammar } from './kubectl-grammar.ts';
import { classOf, tokenTheme } from './theme.ts';

/** A run of characters of one kind: `{ text: '--replicas', className: 'tok-flag' }`. */
export interface Token {
  readonly text: string;
  readonly className?: string | undefined;
}

const shiki = await createHighlighterCore({
  themes: [tokenTheme],
  langs: [kubectlGrammar, yaml, json],
  engine: createJavaScriptRegexEngine(),
});

const cache = new Map<string, Token[][]>();

/** Whether code of this language can be highlighted; other code is shown plain: `isKnown('yaml')` → true. */
export function isKnown(language: string): boolean {
  return shiki.getLoadedLanguages().includes(language);
}

/**
 * Cuts code into lines of tokens: `tokenize('kubectl get pods', 'kubectl')[0][0]` → `{ text: 'kubectl get', className: 'tok-command' }`.
 * The same code is cut once a build. An unknown language gives plain lines.
 */
export function tokenize(code: string, language: string): Token[][] {
  if (!isKnown(language)) return code.split('\n').map((text) => [{ text }]);
  const key = `${language}\n${code}`;
  const known = cache.get(key);
  if (known) return known;
  const { tokens } = shiki.codeToTokens(code, { lang: language, theme: 'carnet' });
  const lines = tokens.map((line) =>
    mergeAlike(line.map(({ content, color }) => ({ text: content, className: classOf(color) }))),
  );
  cache.set(key, lines);
  return lines;
}

/** Neighbours of the same class become one token: fewer elements, the same picture. */
function mergeAlike(tokens: Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if (last && last.className === token.className)
      merged[merged.length - 1] = { ...last, text: last.text + token.text };
    else merged.push(token);
  }
  return merged;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);

/**
 * The tokens of a line, a flag held together with its value: `a --image=b/c:1 d` → `[[a ], [--image=, b/c:1], [ d]]`.
 * Those of several are a word, which a line does not cut where it can hold it.
 */
export function groupWords(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let word: Token[] | undefined;
  for (const token of tokens) {
    // A quoted value is one word, spaces and all.
    const end = token.className === 'tok-string' ? -1 : token.text.search(/\s/);
    if (word && end !== 0) word.push(end < 0 ? token : { ...token, text: token.text.slice(0, end) });
    if (word && end < 0) continue;
    const rest = word && end > 0 ? { ...token, text: token.text.slice(end) } : token;
    const isFlag = token.className === 'tok-flag' && token.text.endsWith('=');
    groups.push([rest]);
    word = isFlag ? groups.at(-1) : undefined;
  }
  return groups;
}

/** One line of tokens as HTML spans, without inline style so that a strict Content-Security-Policy holds. */
export function tokensToHtml(tokens: readonly Token[]): string {
  const span = ({ text, className }: Token): string =>
    className ? `<span class="${className}">${escapeHtml(text)}</span>` : escapeHtml(text);
  return groupWords(tokens)
    .map((group) => {
      const html = group.map(span).join('');
      return group.length > 1 ? `<span class="word">${html}</span>` : html;
    })
    .join('');
}

/**
 * Code as HTML: `highlight('kubectl get pods', 'kubectl')` → `<span class="tok-command">kubectl get</span> …`.
 * @param only the one class to colour, such as `'tok-placeholder'`, in a list where the rest stays quiet
 */
export function highlight(code: string, language: string, only?: string): string {
  const quiet = (tokens: Token[]): Token[] =>
    mergeAlike(tokens.map(({ text, className }) => ({ text, className: className === only ? only : undefined })));
  return tokenize(code, language)
    .map((tokens) => tokensToHtml(only ? quiet(tokens) : tokens))
    .join('\n');
}

/**
 * The same with only one class, each word in a `<span class="word">` that CSS keeps whole where there is room: on paper,
 * nobody should wonder whether `--dry-` and `run` are one word.
 */
export function highlightWords(code: string, language: string, only: string): string {
  return highlight(code, language, only)
    .split(/ (?![^<]*>)/)
    .map((word) => `<span class="word">${word}</span>`)
    .join(' ');
}
