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

/** One line of tokens as HTML spans, without inline style so that a strict Content-Security-Policy holds. */
export function tokensToHtml(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, className }) =>
      className ? `<span class="${className}">${escapeHtml(text)}</span>` : escapeHtml(text),
    )
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
