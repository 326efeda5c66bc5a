import { answer, type Answer } from '../../lib/search/answer.ts';
import type { Filters } from '../../lib/search/find.ts';
import { SearchIndex } from '../../lib/search/search-index.ts';

const base = (document.documentElement.dataset.base ?? '/').replace(/\/$/, '');

let loading: Promise<SearchIndex> | undefined;

/** Opens the index once. @throws Error when it cannot be reached; the next call tries again. */
export function loadEngine(): Promise<SearchIndex> {
  loading ??= SearchIndex.open(async (name) => {
    const response = await fetch(`${base}/_search/${name}`);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.text();
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

/**
 * The answer to a question.
 * @param isAsTyped leaves misspelt words as they are
 * @throws Error when the index cannot be reached
 */
export async function search(text: string, filters: Filters, isAsTyped = false): Promise<Answer> {
  try {
    return await answer(await loadEngine(), text, filters, isAsTyped);
  } catch (error) {
    // The site may have been published again since: its index is then in another folder.
    loading = undefined;
    throw error;
  }
}
