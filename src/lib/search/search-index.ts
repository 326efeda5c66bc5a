import { addWords, openLexicon } from './lexicon.ts';
import { findShard, unpackAskings, unpackPostings, type Entry } from './postings.ts';
import { readWords } from './fold.ts';
import type { Lexicon } from './question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many records one file of records holds. */
export const BLOCK = 32;

/** A theme of commands, for a reader whose question has no answer. */
export interface Theme {
  readonly title: string;
  readonly address: string;
}

/** The file that is read first. */
export interface CoreFile {
  readonly themes: readonly Theme[];
  readonly vocabulary: Vocabulary;
  /** How many examples there are; sections have the numbers from the next multiple of BLOCK. */
  readonly size: number;
  readonly words: string;
  /** The first letters that have a file of rarer words. */
  readonly rare: readonly string[];
  /** The first token of each part of the postings. */
  readonly shards: readonly string[];
  /** The folder of the other files: it changes with what they hold. */
  readonly folder: string;
}

/** An example or a section as it travels, short names because there are many. */
export interface StoredRecord {
  /** Address, anchor included. */
  readonly a: string;
  readonly title: string;
  /** The theme of an example, the page of a section. */
  readonly place: string;
  readonly command?: string;
  readonly effect?: string;
  /** The beginning of a section. */
  readonly text?: string;
  readonly keywords?: readonly string[];
  /** What people call its page, for the first example of a page. */
  readonly page?: readonly string[];
  /** Its place on its page, from 0. */
  readonly order?: number;
}

/** Reads one file of the index by its name: over the network in a browser, from the disk in a test. */
export type ReadFile = (name: string) => Promise<string>;

/** The index of the site's examples and sections, read part by part: each part once. */
export class SearchIndex {
  readonly lexicon: Lexicon;
  readonly firstSection: number;
  readonly themes: readonly Theme[];
  private readonly core: CoreFile;
  private readonly readFile: ReadFile;
  private readonly parts = new Map<string, Promise<unknown>>();
  private readonly known = new Map<string, Entry>();

  private constructor(core: CoreFile, readFile: ReadFile) {
    this.core = core;
    this.readFile = readFile;
    this.themes = core.themes;
    this.lexicon = openLexicon(core.vocabulary, core.size, core.words);
    this.firstSection = Math.ceil(core.size / BLOCK) * BLOCK;
  }

  /** Opens an index. @throws Error when its first file cannot be read */
  static async open(readFile: ReadFile): Promise<SearchIndex> {
    return new SearchIndex(JSON.parse(await readFile('index.json')) as CoreFile, readFile);
  }

  /** Reads the rarer words that begin as those of a question that are not known yet. */
  async learn(text: string): Promise<void> {
    if (this.core.rare.length === 0) return;
    const letters = readWords(text.slice(0, 400))
      .filter(({ text: word }) => !this.lexicon.words.has(word))
      .map(({ text: word }) => word.charAt(0));
    await Promise.all(
      [...new Set(letters)]
        .filter((letter) => this.core.rare.includes(letter))
        .map((letter) =>
          this.part(`w${letter.codePointAt(0)}.txt`, (words) => {
            addWords(this.lexicon, words);
          }),
        ),
    );
  }

  /** The records that hold a token, and the phrases of readers that do. */
  async entry(token: string): Promise<Entry> {
    const known = this.known.get(token);
    if (known) return known;
    const shard = findShard(this.core.shards, token);
    const lines = shard === -1 ? new Map<string, string[]>() : await this.part(`p${shard}.txt`, readLines);
    const [postings = '', askings = ''] = lines.get(token) ?? [];
    const entry = { postings: unpackPostings(postings), askings: unpackAskings(askings) };
    this.known.set(token, entry);
    return entry;
  }

  /** The records of these numbers, in their order. */
  async records(numbers: readonly number[]): Promise<StoredRecord[]> {
    const blocks = await Promise.all(
      numbers.map((number) =>
        this.part(`r${Math.floor(number / BLOCK)}.json`, (text) => JSON.parse(text) as StoredRecord[]),
      ),
    );
    return numbers.flatMap((number, index) => blocks[index]?.[number % BLOCK] ?? []);
  }

  private part<T>(name: string, parse: (text: string) => T): Promise<T> {
    const known = this.parts.get(name) as Promise<T> | undefined;
    if (known) return known;
    const part = this.readFile(`${this.core.folder}/${name}`).then(parse);
    this.parts.set(name, part);
    // A part that could not be read is asked again by the next question.
    part.catch(() => this.parts.delete(name));
    return part;
  }
}

function readLines(text: string): Map<string, string[]> {
  return new Map(
    text.split('\n').map((line): [string, string[]] => {
      const [token = '', ...packed] = line.split(' ');
      return [token, packed];
    }),
  );
}
