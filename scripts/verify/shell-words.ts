/** How a piece of a shell line is quoted. */
type Quoting = 'none' | 'single' | 'double';

/** A piece of a word, with its quoting: `--from-literal=` then `'a b'`. */
interface Piece {
  readonly text: string;
  readonly quoting: Quoting;
}

/** A word of a shell line: an argument, or an operator (`|`, `&&`, `>`, `;`, a new line…). */
export interface Word {
  readonly pieces: readonly Piece[];
  /** The pieces together, without their quotes; expansions are left as they are written. */
  readonly text: string;
  readonly isOperator: boolean;
  /** Whether nothing stands between this word and the one before. */
  readonly isGlued: boolean;
}

const OPERATOR = /^(?:&&|\|\||;;|&>>?|>&|<&|<<<|<<-?|>>|<\(|>\(|[|&;<>()\n])/;

/**
 * Splits a shell text into its words. Substitutions (`$(…)`, backquotes) are read through: their words come in the same
 * list, between `(` and `)`. Enough to know what is quoted and how; bash itself runs the line.
 */
export function splitWords(line: string): Word[] {
  const reader = new Reader(line);
  return reader.read();
}

class Reader {
  readonly #line: string;
  readonly #words: Word[] = [];
  #pieces: Piece[] = [];
  #at = 0;
  #end = -1;
  /** For each open `$(`, whether it stands in double quotes. */
  readonly #open: boolean[] = [];

  constructor(line: string) {
    this.#line = line;
  }

  read(): Word[] {
    let isQuoted = false;
    while (this.#at < this.#line.length) {
      const rest = this.#line.slice(this.#at);
      const letter = rest[0] ?? '';
      if (rest.startsWith('$(') && !rest.startsWith('$((')) {
        this.#operator('(', 2);
        this.#open.push(isQuoted);
        isQuoted = false;
      } else if (letter === '"') {
        isQuoted = !isQuoted;
        this.#add('', 'double', 1);
      } else if (letter === '\\') this.#escape(rest, isQuoted);
      else if (isQuoted) this.#add(letter, 'double', 1);
      else if (letter === ')' && this.#open.length > 0) {
        isQuoted = this.#open.pop() ?? false;
        this.#operator(')', 1);
      } else this.#plain(rest, letter);
    }
    this.#flush();
    return this.#words;
  }

  #plain(rest: string, letter: string): void {
    const operator = OPERATOR.exec(rest)?.[0];
    if (letter === "'") {
      const end = rest.indexOf("'", 1);
      this.#add(end < 0 ? rest.slice(1) : rest.slice(1, end), 'single', end < 0 ? rest.length : end + 1);
    } else if (letter === ' ' || letter === '\t') {
      this.#flush();
      this.#at += 1;
    } else if (letter === '#' && this.#pieces.length === 0) {
      const end = rest.indexOf('\n');
      this.#at += end < 0 ? rest.length : end;
    } else if (operator) this.#operator(operator, operator.length);
    else this.#add(letter, 'none', 1);
  }

  #escape(rest: string, isQuoted: boolean): void {
    if (rest[1] === '\n') this.#at += 2;
    else if (isQuoted && !/^\\["\\$`]/.test(rest)) this.#add('\\', 'double', 1);
    // What is escaped is safe from the shell, as in single quotes.
    else this.#add(rest[1] ?? '', 'single', 2);
  }

  #add(text: string, quoting: Quoting, length: number): void {
    const last = this.#pieces.at(-1);
    if (last?.quoting === quoting) this.#pieces[this.#pieces.length - 1] = { text: last.text + text, quoting };
    else this.#pieces.push({ text, quoting });
    this.#at += length;
  }

  #flush(): void {
    if (this.#pieces.length === 0) return;
    const text = this.#pieces.map((piece) => piece.text).join('');
    this.#push({ pieces: this.#pieces, text, isOperator: false, isGlued: this.#isGlued(text) });
    this.#pieces = [];
    this.#end = this.#at;
  }

  #isGlued(text: string): boolean {
    const before = this.#words.at(-1);
    return (
      before !== undefined &&
      this.#end >= this.#at - text.length - 2 &&
      !/\s/.test(this.#line.slice(this.#end, this.#at - text.length))
    );
  }

  #operator(text: string, length: number): void {
    this.#flush();
    this.#push({ pieces: [{ text, quoting: 'none' }], text, isOperator: true, isGlued: this.#end === this.#at });
    this.#at += length;
    this.#end = this.#at;
  }

  #push(word: Word): void {
    this.#words.push(word);
  }
}
