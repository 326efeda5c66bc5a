import type { Run } from './run.ts';
import { splitWords, type Word } from './shell-words.ts';

const QUOTES = { none: '', single: "'", double: '"' } as const;
/** What the shell reads before the command itself. */
const BEFORE_COMMAND = /^(?:\{|!|then|else|do|elif|if|while|until|time|\w+=.*)$/;

/**
 * The kubectl commands of a line that were not reached: what stands after `||` is run only when what stands before fails,
 * and in the pretend cluster all goes well. A reader's own may have another day.
 * @param run what was run of the line
 * @returns each as a line of its own, quoted as it was
 */
export function findUnreached(line: string, { calls }: Run): string[] {
  if (!/\|\||\belse\b/.test(line)) return [];
  const reached = new Set(calls.map(({ args }) => args.join(' ')));
  const begun = new Set(calls.map(({ args }) => args.slice(0, 2).join(' ')));
  // What the shell fills in is known only once it runs: the first words will do.
  const isReached = (texts: readonly string[]): boolean =>
    texts.some((text) => /[$`]/.test(text)) ? begun.has(texts.slice(0, 2).join(' ')) : reached.has(texts.join(' '));
  return commandsOf(splitWords(line))
    .map((words) => words.slice(words.findIndex(({ text }) => !BEFORE_COMMAND.test(text))))
    .filter(([first, ...rest]) => first?.text === 'kubectl' && !isReached(rest.map(({ text }) => text)))
    .map((words) => words.map(write).join(' '));
}

/** The simple commands that stand after `||` (all of them, between braces) or between `else` and `fi`. */
function commandsOf(words: readonly Word[]): Word[][] {
  const commands: Word[][] = [];
  let current: Word[] | undefined;
  let blockEnd: string | undefined;
  for (const [index, word] of words.entries()) {
    if (word.text === 'else' && !word.isOperator) blockEnd = 'fi';
    else if (word.text === '{' && words[index - 1]?.text === '||') blockEnd = '}';
    else if (word.text === blockEnd) blockEnd = current = undefined;
    const isStart = (word.isOperator && word.text === '||') || word.text === 'else';
    const isNext = blockEnd !== undefined && word.isOperator && /^(?:;|\n|&&|\|\|)$/.test(word.text);
    if (isStart || isNext) commands.push((current = []));
    else if (word.isOperator) current = undefined;
    else current?.push(word);
  }
  return commands.filter((command) => command.length > 0);
}

const write = ({ pieces }: Word): string =>
  pieces
    .map(({ text, quoting }) =>
      quoting === 'single' ? `'${text.replaceAll("'", `'\\''`)}'` : QUOTES[quoting] + text + QUOTES[quoting],
    )
    .join('');
