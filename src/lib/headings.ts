import { UI } from '../ui.ts';

/** A line of a table of contents, of Astro's own shape. */
interface TocHeading {
  depth: number;
  slug: string;
  text: string;
}

const level2 = (slug: string, text: string): TocHeading => ({ depth: 2, slug, text });

/** The table of contents of a note: the author's headings, then those of the blocks that the site adds and that are not empty. */
export function noteHeadings(
  written: readonly TocHeading[],
  count: { commands: number; corrections: number; pages: number },
): TocHeading[] {
  return [
    ...written,
    ...(count.pages > 1 ? [level2('pages', UI.pagesOfSection)] : []),
    ...(count.commands > 0 ? [level2('commandes', UI.commands)] : []),
    ...(count.corrections > 0 ? [level2('corrections', UI.correctedHere)] : []),
    level2('a-lire-aussi', UI.seeAlso),
  ];
}

/** The table of contents of a command: its other examples, what its author wrote, the corrections and the links. */
export function commandHeadings(
  written: readonly TocHeading[],
  count: { examples: number; corrections: number },
): TocHeading[] {
  return [
    ...(count.examples > 1 ? [level2('exemples', UI.otherExamples)] : []),
    ...written,
    ...(count.corrections > 0 ? [level2('corrections', UI.correctedHere)] : []),
    level2('a-lire-aussi', UI.seeAlso),
  ];
}
