import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { groupWords, isKnown, tokenize, type Token } from '../highlight/highlighter.ts';

const SHELL = new Set(['sh', 'bash', 'shell', 'kubectl']);

/**
 * Rehype plugin: highlights fenced code with classes, and makes each shell block a `<carnet-command>`
 * that holds what « Copier » copies.
 */
export function rehypeCodeBlocks() {
  return (tree: Root): void => {
    visit(tree, 'element', (pre, index, parent) => {
      const code = pre.children[0];
      if (pre.tagName !== 'pre' || index === undefined || !parent) return;
      if (code?.type !== 'element' || code.tagName !== 'code') return;
      const language = languageOf(code);
      const source = toString(code).replace(/\n$/, '');
      code.properties = {};
      code.children = highlighted(source, language, SHELL.has(language));
      if (SHELL.has(language)) parent.children[index] = commandBlock(pre, source);
      else pre.properties = { className: ['code'], dataLanguage: language, tabIndex: 0 };
      return 'skip';
    });
  };
}

function languageOf(code: Element): string {
  const classes = Array.isArray(code.properties.className) ? code.properties.className : [];
  const name = classes.map(String).find((value) => value.startsWith('language-'));
  return name?.slice('language-'.length) ?? 'text';
}

function highlighted(source: string, language: string, isShell: boolean): ElementContent[] {
  if (!isKnown(language)) return [{ type: 'text', value: source }];
  const isCommand = isShell ? commandLines(source) : [];
  return tokenize(source, language).flatMap((line, number) => [
    ...(number > 0 ? [{ type: 'text' as const, value: '\n' }] : []),
    // A wrapped line must not be taken for a new command: each has its prompt, which CSS draws.
    ...(number > 0 && isCommand[number] ? [span('prompt', [])] : []),
    ...groupWords(line).flatMap((group) => {
      const parts = group.map(part);
      return parts.length > 1 ? [span('word', parts)] : parts;
    }),
  ]);
}

/** For each line, whether a command starts there: not after `\`, and nowhere in a block that holds a `<<EOF`. */
function commandLines(source: string): boolean[] {
  const lines = source.split('\n');
  return lines.map(
    (line, index) => !source.includes('<<') && /^[^\s#]/.test(line) && !lines[index - 1]?.endsWith('\\'),
  );
}

function part({ text, className }: Token): ElementContent {
  const content = { type: 'text' as const, value: text };
  return className ? span(className, [content]) : content;
}

function span(className: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children };
}

function commandBlock(pre: Element, source: string): Element {
  const tools = division('command-tools', []);
  return {
    type: 'element',
    tagName: 'carnet-command',
    properties: { className: ['command-block'], dataCommand: source },
    children: [division('command', [pre, tools])],
  };
}

function division(className: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties: { className: [className] }, children };
}
