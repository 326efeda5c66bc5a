import { rm } from 'node:fs/promises';
import * as pagefind from 'pagefind';
import { fold } from './fold.ts';
import type { SearchRecord } from './records.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The first words of a section, cut at a word. */
function excerpt(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s\S*$/, '')}…`;
}

/**
 * One small document for each record, so that Pagefind weighs the task above the keywords, and these above the rest.
 * What is indexed is folded as the question will be; what is shown is kept apart, as it is written.
 */
function toDocument(record: SearchRecord): string {
  const shown = Object.entries({
    title: record.title,
    command: record.command,
    effect: record.effect,
    place: record.place,
    excerpt: record.command ? undefined : excerpt(record.text),
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const meta = shown.map(
    ([name, value]) => `<i data-pagefind-meta="${name}[data-value]" data-value="${escapeHtml(value)}"></i>`,
  );
  const weighted = (weight: number, text: string): string =>
    `<p data-pagefind-weight="${weight}">${escapeHtml(fold(text))}</p>`;
  const body = record.command
    ? weighted(8, record.title) +
      weighted(6, record.keywords.join(' . ')) +
      weighted(5, record.command) +
      weighted(0.5, record.text)
    : weighted(3, record.title) +
      weighted(2, record.keywords.join(' . ')) +
      weighted(0.4, `${record.place} ${record.text}`);
  return `<html lang="fr"><body data-pagefind-body>${meta.join('')}${body}</body></html>`;
}

/**
 * Writes the Pagefind index of the records.
 * @param output the folder to write, emptied first
 * @throws Error with Pagefind's own words when it refuses a record
 */
export async function buildSearchIndex(records: readonly SearchRecord[], output: string): Promise<void> {
  await rm(output, { recursive: true, force: true });
  const { index, errors } = await pagefind.createIndex({ includeCharacters: '-.' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  for (const record of records) {
    const added = await index.addHTMLFile({ url: record.address, content: toDocument(record) });
    if (added.errors.length > 0) throw new Error(`${record.address}: ${added.errors.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: output });
  if (written.errors.length > 0) throw new Error(`Pagefind index: ${written.errors.join('; ')}`);
  await pagefind.close();
}
