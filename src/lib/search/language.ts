import { fold, readWords, type Word } from './fold.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * One idea of a text: the token by which it is indexed and asked, and where the words that say it are.
 * `undefined` for a stop word.
 */
export interface Idea extends Word {
  readonly token: string | undefined;
}

/** Reads texts into ideas, alike when the site is built and when a question is asked. */
export interface Language {
  /** The ideas of a text in its order: `« revenir en arrière »` is one, `undo` the same. */
  read(text: string): Idea[];
  /** The tokens of a text, without stop words. */
  tokens(text: string): string[];
  /** The token of a flag in short or long form, given the command's words: `-n` → `ffnamespaceq`. */
  flag(text: string, commands?: readonly string[]): string[];
  /** Every single word that has a meaning of its own here: synonyms, kinds. */
  readonly known: ReadonlySet<string>;
  /** The tokens of all groups of synonyms and kinds. */
  readonly concepts: ReadonlySet<string>;
  /** Whether a token is a kind of object that commands act on. */
  readonly isKind: (token: string) => boolean;
  readonly isStopWord: (word: string) => boolean;
  /** Whether a token asks for a destruction. */
  readonly isDestructive: (token: string) => boolean;
  /** Whether a token tells little: « tous », « afficher ». */
  readonly isWeak: (token: string) => boolean;
}

/** Every token ends alike, so that Pagefind, which looks for prefixes, finds the token and no longer one. */
const END = 'q';
const LONGEST_PHRASE = 4;
const DENIALS = new Set(['sans', 'without']);

/**
 * Takes off what varies at the end of a French or English word, so that « déployé », « déployer » and « déploie » meet.
 * A crude rule on purpose: the same on both sides, and both sides of a wrong meeting are still ranked by the rest.
 */
function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  return word.replace(/(?:ements?|ations?|ees?|es|er|ez|ent|ing|ed|s|e|x)$/, (ending) =>
    word.length - ending.length >= 4 ? '' : ending.replace(/s$/, ''),
  );
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

const toToken = (prefix: string, word: string): string =>
  prefix + word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() + END;

/** Makes the reader of texts out of the site's vocabulary. */
export function createLanguage(vocabulary: Vocabulary): Language {
  const stopWords = new Set(vocabulary.stopWords.flatMap((line) => readWords(line).map(({ text }) => text)));
  const phrases = new Map<string, string>();
  const stems = new Map<string, string>();
  const literal = new Map<string, string>();
  const kinds = new Map<string, string>();
  const known = new Set<string>();
  const meaningful = (text: string): string[] =>
    readWords(text).flatMap(({ text: word }) => (stopWords.has(word) ? [] : (kinds.get(word) ?? word)));
  for (const members of vocabulary.kinds)
    for (const member of members) if (!member.includes(' ')) kinds.set(fold(member), fold(members[0] ?? ''));
  for (const members of [...vocabulary.synonyms, ...vocabulary.kinds]) {
    const token = toToken('cc', readWords(members[0] ?? '')[0]?.text ?? '');
    for (const member of members) {
      const words = meaningful(member);
      // A phrase that is one word without its stop words would take that word's other meanings: it is taken as it is.
      if (words.length > 1) phrases.set(words.join(' '), token);
      else if (member.includes(' ')) literal.set(textOf(readWords(member)), token);
      if (!/\s/.test(member)) {
        known.add(fold(member));
        phrases.set(fold(member), token);
        if (!stems.has(stem(fold(member)))) stems.set(stem(fold(member)), token);
      }
    }
  }
  const kindTokens = new Set([...kinds.values()].map((kind) => phrases.get(kind)));
  const named = (names: readonly string[]): Set<string | undefined> =>
    new Set(names.map((name) => phrases.get(readWords(name)[0]?.text ?? '')));
  const destructive = named(vocabulary.destructive);
  const weak = named(vocabulary.weak);

  const longForm = (letter: string, commands: readonly string[]): string => {
    const meanings = vocabulary.flags.filter(({ short }) => short === letter);
    const fitting =
      meanings.find((flag) => flag.commands?.some((command) => commands.includes(command))) ??
      meanings.find((flag) => !flag.commands);
    return fitting?.long ?? `letter${letter === letter.toLowerCase() ? '' : 'upper'}${letter}`;
  };
  const flag = (text: string, commands: readonly string[] = []): string[] => {
    if (text.startsWith('--')) return [toToken('ff', text.slice(2))];
    const letters = text.slice(1).split(/(?=.)/);
    const isBundle =
      letters.length < 4 && letters.every((letter) => vocabulary.flags.some(({ short }) => short === letter));
    return (isBundle ? letters : letters.slice(0, 1)).map((letter) => toToken('ff', longForm(letter, commands)));
  };

  const read = (text: string): Idea[] => {
    const words = readWords(text);
    const commands = words.map((word) => word.text);
    const ideas: Idea[] = [];
    let denied = 0;
    for (let at = 0; at < words.length;) {
      const word = words[at];
      if (!word) break;
      if (word.text.startsWith('-')) {
        for (const token of flag(word.text, commands)) ideas.push({ ...word, token });
        at += 1;
      } else if (DENIALS.has(word.text)) {
        // « sans ouvrir d’éditeur » is about no editor: two words after it are left out, here as in the titles.
        denied = 2;
        ideas.push({ ...word, token: phrases.get(word.text) });
        at += 1;
      } else if (literalAt(words, at)) {
        const { token, last } = literalAt(words, at) ?? {};
        ideas.push({
          text: textOf(words.slice(at, (last ?? at) + 1)),
          start: word.start,
          end: words[last ?? at]?.end ?? word.end,
          token,
        });
        at = (last ?? at) + 1;
      } else if (stopWords.has(word.text)) {
        ideas.push({ ...word, token: undefined });
        at += 1;
      } else {
        const phrase = longestPhrase(words, at);
        const token = phrase?.token ?? stems.get(stem(word.text)) ?? toToken('', stem(word.text));
        const last = phrase ? phrase.last : at;
        const end = words[last]?.end ?? word.end;
        const inside = words.slice(at, last + 1);
        const said = inside.map((one) => one.text).join(' ');
        ideas.push({ text: said, start: word.start, end, token: denied > 0 ? undefined : token });
        // The object that a phrase names is still an object: « se connecter à un conteneur ».
        if (phrase && inside.length > 1)
          for (const one of inside) {
            const kind = kinds.get(one.text);
            if (kind && denied === 0) ideas.push({ ...one, token: phrases.get(kind) });
          }
        denied = Math.max(0, denied - 1);
        at = last + 1;
      }
    }
    return ideas;
  };

  /** A group member of several words that holds stop words: « can I », « en clair ». */
  const literalAt = (words: readonly Word[], at: number): { token: string; last: number } | undefined => {
    for (let size = LONGEST_PHRASE; size > 1; size -= 1) {
      const token = literal.get(textOf(words.slice(at, at + size)));
      if (token) return { token, last: Math.min(at + size, words.length) - 1 };
    }
    return undefined;
  };

  /** The longest group member that begins at a word, stop words between its words left out. */
  const longestPhrase = (words: readonly Word[], at: number): { token: string; last: number } | undefined => {
    let found: { token: string; last: number } | undefined;
    const said: string[] = [];
    for (let to = at; to < words.length && said.length < LONGEST_PHRASE; to += 1) {
      const word = words[to]?.text ?? '';
      if (word.startsWith('-')) break;
      if (stopWords.has(word)) continue;
      said.push(kinds.get(word) ?? word);
      const token = phrases.get(said.join(' ')) ?? (to === at ? phrases.get(word) : undefined);
      if (token) found = { token, last: to };
    }
    return found;
  };

  return {
    read,
    flag,
    known,
    concepts: new Set(phrases.values()),
    tokens: (text) => read(text).flatMap(({ token }) => token ?? []),
    isKind: (token) => kindTokens.has(token),
    isStopWord: (word) => stopWords.has(word),
    isDestructive: (token) => destructive.has(token),
    isWeak: (token) => weak.has(token),
  };
}
