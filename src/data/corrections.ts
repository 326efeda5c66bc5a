import type { Correction } from '../lib/schema.ts';
import { getCommands } from './commands.ts';
import { getSections } from './notes.ts';
import type { PageLink } from './pages.ts';

/** A page and the corrections of the notes that it shows. */
export interface CorrectedPage {
  readonly page: PageLink;
  readonly corrections: readonly Correction[];
}

/** The pages that correct the notes, in the order of the lines that they correct. */
export async function getCorrectedPages(): Promise<readonly CorrectedPage[]> {
  const pages = [...(await getSections()).flatMap((section) => section.pages), ...(await getCommands())];
  return pages
    .filter((page) => page.data.corrections.length > 0)
    .map((page) => ({ page, corrections: page.data.corrections }))
    .sort((a, b) => firstLine(a.corrections) - firstLine(b.corrections));
}

const firstLine = (corrections: readonly Correction[]): number =>
  Math.min(...corrections.map(({ lines }) => Number.parseInt(lines, 10)));
