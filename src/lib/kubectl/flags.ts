import type { Command, Flag } from './grammar.ts';
import { nearestWord } from './nearest.ts';
import type { FlagPart } from './parts.ts';
import type { ShellWord } from './shell.ts';

interface ReadFlags {
  readonly parts: FlagPart[];
  /** Whether the next word is the value. */
  readonly tookNext: boolean;
}

/**
 * Reads a word that begins with a dash: `--output=yaml`, `-o`, `-it`, `-oyaml`.
 * @param next the word after it, which may be its value
 * @throws Error naming the nearest flag when the command has none of that name, or when a value is missing.
 * Source: the conventions of github.com/spf13/pflag.
 */
export function readFlags(word: ShellWord, next: ShellWord | undefined, command: Command): ReadFlags {
  return word.value.startsWith('--') ? readLongFlag(word, next, command) : readShortFlags(word, next, command);
}

function readLongFlag(word: ShellWord, next: ShellWord | undefined, command: Command): ReadFlags {
  const [name, attached] = splitOnce(word.value.slice(2));
  const flag = command.flags.get(name);
  if (!flag) {
    if (name === 'help') return { parts: [flagPart({ long: 'help', short: 'h' }, word, command)], tookNext: false };
    throw new Error(unknownFlag(`--${name}`, nearestWord(name, [...command.flags.keys()]), command));
  }
  if (attached !== undefined) {
    return {
      parts: [flagPart(flag, word, command, { text: splitOnce(word.text)[1] ?? '', value: attached })],
      tookNext: false,
    };
  }
  return withNext(flag, word, next, command);
}

function readShortFlags(word: ShellWord, next: ShellWord | undefined, command: Command): ReadFlags {
  const byShort = new Map([...command.flags.values()].map((flag) => [flag.short, flag]));
  const parts: FlagPart[] = [];
  const letters = word.value.slice(1);
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] ?? '';
    const flag =
      byShort.get(letter) ??
      (letter === 'h' ? { long: 'help', short: 'h', isAlone: true, initial: 'false' } : undefined);
    if (!flag) {
      const known = [...byShort.keys()].filter((short) => short !== undefined);
      throw new Error(unknownFlag(`-${letter}`, nearestWord(letter, known), command));
    }
    const rest = letters.slice(index + 1);
    if (rest.startsWith('=') || (rest !== '' && !flag.isAlone)) {
      const value = rest.replace(/^=/, '');
      parts.push(flagPart(flag, word, command, { text: word.text.slice(-value.length) || value, value }));
      return { parts, tookNext: false };
    }
    if (rest === '') {
      const last = withNext(flag, word, next, command);
      return { parts: [...parts, ...last.parts], tookNext: last.tookNext };
    }
    parts.push(flagPart(flag, word, command));
  }
  return { parts, tookNext: false };
}

function withNext(flag: Flag, word: ShellWord, next: ShellWord | undefined, command: Command): ReadFlags {
  if (flag.isAlone) return { parts: [flagPart(flag, word, command)], tookNext: false };
  if (!next) throw new Error(`« kubectl ${command.path} » : l'option ${word.text} attend une valeur.`);
  return { parts: [flagPart(flag, word, command, next, false)], tookNext: true };
}

function flagPart(
  flag: FlagPart['flag'],
  word: ShellWord,
  command: Command,
  value?: { text: string; value: string },
  isAttached = true,
): FlagPart {
  const given = value && { value: { text: value.text, value: value.value } };
  return { kind: 'flag', tool: 'kubectl', path: command.path, flag, text: word.text, isAttached, ...given };
}

function unknownFlag(name: string, nearest: string, { path }: Command): string {
  const dashes = name.startsWith('--') ? '--' : '-';
  return `« kubectl ${path} » ne connaît pas l'option ${name}. La plus proche : ${dashes}${nearest}.`;
}

/** `['output', 'yaml']` of `output=yaml`; only the name when there is no `=`. */
function splitOnce(text: string): [string, string?] {
  const at = text.indexOf('=');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
