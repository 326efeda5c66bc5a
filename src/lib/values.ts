// cspell:ignore before text
/** The values of placeholders by their name: `{ POD: 'boutique-1' }`. An empty value counts as none. */
export type Values = Readonly<Record<string, string>>;

/** A placeholder where it stands in a command. */
interface Place {
  readonly name: string;
  readonly index: number;
  readonly context: Context;
}

/** What the shell is reading: plain words, a quoted string, JSON or the key of a path inside single quotes, or a comment. */
type Context = 'bare' | 'single' | 'json' | 'path' | 'double' | 'comment';

const PLACEHOLDER = /<([A-Z][A-Z0-9_]*)>/y;
const CONTROL = /\p{Cc}/u;
/** What no shell reads as anything but itself. `=` is left out: zsh expands it at the start of a word. */
const SAFE = /^[A-Za-z0-9_@%+:,./-]+$/;

/**
 * Puts values in the place of the placeholders of a command, quoted so that each stays one shell word wherever it stands:
 * `fillCommand('kubectl logs <POD>', { POD: 'a b' })` → `kubectl logs 'a b'`. A placeholder without a value stays.
 * Source: POSIX.1-2024, Shell Command Language, 2.2 Quoting.
 */
export function fillCommand(command: string, values: Values): string {
  let filled = '';
  let from = 0;
  for (const { name, index, context } of findPlaces(command)) {
    const value = values[name];
    const end = index + name.length + 2;
    filled += command.slice(from, index) + (value ? quote(value, context) : command.slice(index, end));
    from = end;
  }
  return filled + command.slice(from);
}

/**
 * What stands for each placeholder of a command, in their order, once filled:
 * `fillPlaces("x '<A>' <B>", { A: "l'un" })` → `[{ name: 'A', text: "l'\\''un" }, { name: 'B', text: undefined }]`.
 */
export function fillPlaces(command: string, values: Values): { name: string; text: string | undefined }[] {
  return findPlaces(command).map(({ name, context }) => {
    const value = values[name];
    return { name, text: value ? quote(value, context) : undefined };
  });
}

/** The names of the placeholders of a command, each once: `placeholdersOf('cp <POD>:<PATH> <POD>')` → `['POD', 'PATH']`. */
export function placeholdersOf(command: string): string[] {
  return [...new Set(findPlaces(command).map(({ name }) => name))];
}

/** Reads a command as a shell does, as far as its quotes go, and notes what each placeholder stands in. */
function findPlaces(command: string): Place[] {
  const places: Place[] = [];
  // What is open, innermost last: the character that closes it, and how the shell reads what is inside.
  const open: { closer: string; context: Context; start: number }[] = [{ closer: '', context: 'bare', start: 0 }];
  for (let index = 0; index < command.length; index += 1) {
    const character = command[index] ?? '';
    const { closer, context, start } = open.at(-1) ?? { closer: '', context: 'bare', start: 0 };
    PLACEHOLDER.lastIndex = index;
    const match = PLACEHOLDER.exec(command);
    const push = (close: string, inside: Context): void =>
      void open.push({ closer: close, context: inside, start: index + 1 });
    if (match) {
      const inside = context === 'single' ? insideOf(command.slice(0, start), command.slice(start, index)) : context;
      places.push({ name: match[1] ?? '', index, context: inside });
      index += match[0].length - 1;
    } else if (character === closer && open.length > 1) open.pop();
    else if (context === 'single' || context === 'comment') continue;
    else if (character === '\\') index += 1;
    else if (character === '"') push('"', 'double');
    else if (character === '`') push('`', 'bare');
    else if (character === '(' && (context === 'bare' || command[index - 1] === '$')) push(')', 'bare');
    else if (context === 'bare' && character === "'") push("'", 'single');
    else if (context === 'bare' && character === '#' && /^$|\s/.test(command[index - 1] ?? '')) push('\n', 'comment');
  }
  return places;
}

/** What a placeholder stands in, between single quotes: what stands before the quote, and after it. */
function insideOf(before: string, text: string): Context {
  if (isInJsonString(text)) return 'json';
  return /(?:jsonpath(?:-as-json)?|custom-columns)='$/.test(before) && text.endsWith('.') ? 'path' : 'single';
}

/** Whether a text that a single quote opened stops inside a string of a JSON patch: `{"name":"` does. */
function isInJsonString(before: string): boolean {
  const marks = before.replace(/\\./gs, '').match(/"/g)?.length ?? 0;
  return /^\s*[[{]/.test(before) && marks % 2 === 1;
}

function quote(value: string, context: Context): string {
  if (context === 'comment') return value.replace(/\p{Cc}/gu, ' ');
  if (context === 'bare') return SAFE.test(value) ? value : quoteWord(value);
  // A dot would begin another key: the one of `{.data.tls\.crt}` is a part of its name.
  if (context === 'path') return quoteInside(value.replace(/(?<!\\)\./g, '\\.'), "'");
  if (context === 'json') return quoteInside(JSON.stringify(value).slice(1, -1), "'");
  return quoteInside(value, context === 'single' ? "'" : '"');
}

/** A word of its own. Control characters are spelled: pasted as they are, they would act on the terminal. */
function quoteWord(value: string): string {
  if (CONTROL.test(value)) return `$'${value.replace(/[\\'\p{Cc}]/gu, spell)}'`;
  return `'${quoteInside(value, "'")}'`;
}

/** A text inside quotes that are already open, and that the rest of the command closes. */
function quoteInside(value: string, mark: '"' | "'"): string {
  if (CONTROL.test(value)) return `${mark}${quoteWord(value)}${mark}`;
  if (mark === "'") return value.replaceAll("'", `'\\''`);
  // Between double quotes an interactive shell still expands « ! », and a backslash would not keep it from it.
  return value.replace(/[\\"$`]/g, '\\$&').replaceAll('!', `"'!'"`);
}

function spell(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\\' || character === "'") return `\\${character}`;
  const code = character.charCodeAt(0);
  return code < 0x80 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
