/** What a line of a manifest means, as its page lists it. */
export interface Entry {
  /** `httpGet.port` */
  readonly label: string;
  /** The paragraphs that say it. */
  readonly texts: readonly Node[];
  /** `kubectl explain pod.spec.containers.readinessProbe.httpGet.port` */
  readonly command: string;
}

/**
 * The meaning of each line, by its number from 1: from this page when it lists them, else from the page that the caption
 * links to. A line without a field of its own has the meaning of the one above.
 * @returns an empty map when the page could not be had: the link in the caption still leads to it
 */
export async function readEntries(figure: HTMLElement, count: number): Promise<ReadonlyMap<number, Entry>> {
  const link = figure.querySelector<HTMLAnchorElement>('figcaption a:not([download])');
  const page = link ? await fetchPage(link.href) : document;
  const entries = new Map<number, Entry>();
  for (const row of page?.querySelectorAll<HTMLElement>('.fields [data-line]') ?? [])
    entries.set(Number(row.dataset.line), {
      label: row.querySelector('dt')?.textContent.trim() ?? '',
      texts: [...row.querySelectorAll('dd p')],
      command: row.querySelector('dd > code')?.textContent ?? '',
    });
  for (let line = 2; line <= count; line += 1) {
    const above = entries.get(line - 1);
    if (above && !entries.has(line)) entries.set(line, above);
  }
  return entries;
}

async function fetchPage(address: string): Promise<Document | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
  } catch {
    return undefined;
  }
}
