/** A piece of a command line as the shell reads it. */
export interface ShellWord {
  readonly kind: 'word';
  /** As typed, quotes included: `'{.items}'`. */
  readonly text: string;
  /** What the program receives, as far as it can be known: `{.items}`. */
  readonly value: string;
  /** The lines inside `$(…)`, `<(…)` or backquotes, in their order. */
  readonly inner: readonly string[];
}

/** What joins commands (`|`, `&&`, `;`…), or a redirection with the file that it names. */
export interface ShellOperator {
  readonly kind: 'operator' | 'redirection';
  readonly text: string;
  /** The file of a redirection. */
  readonly target?: ShellWord;
}

const REDIRECTION = /(?:&>>?|\d?>>|\d?>&?\d?|\d?<<?<?)/y;
const OPERATOR = /(?:\|\||&&|\|&?|;|&|\n)/y;
const PLACEHOLDER = /<[A-Z][A-Z0-9_]*>/y;
const CLOSERS: Readonly<Record<string, string>> = { '$(': ')', '<(': ')', '`': '`' };

const at = (pattern: RegExp, line: string, index: number): string | undefined => {
  pattern.lastIndex = index;
  return pattern.exec(line)?.[0];
};

/**
 * Cuts a command line into words, operators and redirections, as a POSIX shell does. A placeholder such as `<POD>` is text.
 * A `\` at the end of a line continues it; a `#` at the start of a word opens a comment, which is left out.
 * Source: POSIX.1-2024, Shell Command Language, 2.2 Quoting and 2.3 Token Recognition.
 * @throws Error naming the quote or the parenthesis that nothing closes.
 */
export function readShell(line: string): (ShellWord | ShellOperator)[] {
  const pieces: (ShellWord | ShellOperator)[] = [];
  let index = 0;
  const skipBlanks = (): void => {
    for (let blank = at(/(?:[ \t]|\\\n)+/y, line, index); blank; blank = at(/(?:[ \t]|\\\n)+/y, line, index))
      index += blank.length;
  };
  while (index < line.length) {
    skipBlanks();
    if (index >= line.length) break;
    if (line[index] === '#') {
      index += (at(/[^\n]*/y, line, index) ?? '').length;
      continue;
    }
    const isWord = at(PLACEHOLDER, line, index) !== undefined || line.startsWith('<(', index);
    const redirection = isWord ? undefined : at(REDIRECTION, line, index);
    const operator = isWord || redirection ? undefined : at(OPERATOR, line, index);
    if (operator) {
      index += operator.length;
      pieces.push({ kind: 'operator', text: operator });
    } else if (redirection) {
      index += redirection.length;
      skipBlanks();
      // `2>&1` names no file.
      const read = /&\d$/.test(redirection) || index >= line.length ? undefined : readWord(line, index);
      if (read) index = read.end;
      pieces.push({ kind: 'redirection', text: redirection, ...(read && { target: read.word }) });
    } else {
      const { word, end } = readWord(line, index);
      if (end === index) throw new Error(`« ${line[index] ?? ''} » est de trop dans « ${line} ».`);
      pieces.push(word);
      index = end;
    }
  }
  return pieces;
}

/** Reads the word that begins at an index, up to a blank or an operator that no quote protects. */
function readWord(line: string, start: number): { word: ShellWord; end: number } {
  let index = start;
  let value = '';
  const inner: string[] = [];
  while (index < line.length) {
    const character = line[index] ?? '';
    const placeholder = at(PLACEHOLDER, line, index);
    const opener = ['$(', '<(', '`'].find((text) => line.startsWith(text, index));
    if (placeholder) {
      value += placeholder;
      index += placeholder.length;
    } else if (opener) {
      const end = findEnd(line, index + opener.length, CLOSERS[opener] ?? '');
      inner.push(line.slice(index + opener.length, end));
      value += line.slice(index, end + 1);
      index = end + 1;
    } else if (character === "'") {
      const end = findEnd(line, index + 1, "'");
      value += line.slice(index + 1, end);
      index = end + 1;
    } else if (character === '"') {
      const end = findEnd(line, index + 1, '"');
      const text = line.slice(index + 1, end);
      inner.push(...innerOf(text));
      value += text.replace(/\\([\\"$`])/g, '$1');
      index = end + 1;
    } else if (character === '\\') {
      value += line[index + 1] === '\n' ? '' : (line[index + 1] ?? '');
      index += 2;
    } else if (/[\s|&;<>]/.test(character)) break;
    else {
      value += character;
      index += 1;
    }
  }
  return { word: { kind: 'word', text: line.slice(start, index), value, inner }, end: index };
}

function innerOf(text: string): string[] {
  const found: string[] = [];
  for (let index = text.indexOf('$('); index >= 0;) {
    const end = findEnd(text, index + 2, ')');
    found.push(text.slice(index + 2, end));
    index = text.indexOf('$(', end);
  }
  return found;
}

/** Where what is open ends; quotes and parentheses inside it are passed over. */
function findEnd(line: string, start: number, closer: string): number {
  for (let index = start; index < line.length; index += 1) {
    const character = line[index] ?? '';
    if (character === closer) return index;
    if (closer === "'") continue;
    if (character === '\\') index += 1;
    else if (line.startsWith('$(', index)) index = findEnd(line, index + 2, ')');
    else if (closer === ')' && character === '(') index = findEnd(line, index + 1, ')');
    else if (closer === ')' && (character === "'" || character === '"')) index = findEnd(line, index + 1, character);
  }
  throw new Error(`Rien ne ferme « ${line.slice(start - 1, start)} » dans « ${line} » : il manque « ${closer} ».`);
}
