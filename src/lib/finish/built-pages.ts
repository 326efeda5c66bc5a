import type { PageAddresses } from '../built-addresses.ts';
import type { SectionRecord } from '../search/records.ts';
import type { Theme } from '../search/search-index.ts';
import type { FinishedPart } from './worker.ts';

/** What the pages of a build hold, collected while they are rendered, in the order of their files. */
export class BuiltPages {
  readonly #pages = new Map<string, Omit<FinishedPart, 'html'>>();

  /** @param file `objets/pod/index.html` */
  add(file: string, { addresses, sections, themes }: FinishedPart): void {
    this.#pages.set(file, { addresses, sections, themes });
  }

  /** How many there are. */
  get size(): number {
    return this.#pages.size;
  }

  /** What can be linked to in each page. */
  get addresses(): PageAddresses[] {
    return this.#sorted().map(({ addresses }) => addresses);
  }

  /** What search finds beside the examples. */
  get sections(): SectionRecord[] {
    return this.#sorted().flatMap(({ sections }) => sections);
  }

  /** The themes of commands, in reading order. */
  get themes(): Theme[] {
    return this.#sorted().flatMap(({ themes }) => themes);
  }

  #sorted() {
    return [...this.#pages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, page]) => page);
  }
}
