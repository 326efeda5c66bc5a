import { readQuery } from '../../lib/search/query.ts';

/** A result as it is shown. */
export interface Result {
  readonly address: string;
  readonly title: string;
  readonly command?: string;
  readonly effect?: string;
  readonly place: string;
  readonly excerpt?: string;
}

interface PagefindHit {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ url: string; meta: Record<string, string> }>;
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: PagefindHit[] }>;
}

const SHOWN = 20;
let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind once. @throws Error when the index cannot be reached; the next call tries again. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= (async () => {
    const base = document.documentElement.dataset.base ?? '/';
    const address = `${base.replace(/\/$/, '')}/pagefind/pagefind.js`;
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    // The addresses in the index already hold the base path.
    await pagefind.options({ baseUrl: '/' });
    await pagefind.init();
    return pagefind;
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

/**
 * The results of a question, best first. Pagefind wants every word to match: when the words together find
 * little, each is also asked alone, and a result counts for the words that it holds.
 */
export async function search(question: string): Promise<Result[]> {
  const words = readQuery(question);
  if (words.length === 0) return [];
  const pagefind = await loadPagefind();
  let hits = (await pagefind.search(words.join(' '))).results;
  if (hits.length < 3 && words.length > 1)
    hits = merge(hits, await Promise.all(words.map(async (word) => (await pagefind.search(word)).results)));
  const data = await Promise.all(hits.slice(0, SHOWN).map((hit) => hit.data()));
  const found = data.map(({ url, meta }): Result => ({
    address: url,
    title: meta.title ?? url,
    place: meta.place ?? '',
    ...optional(meta),
  }));
  // The reader came for a line to run: examples first, then what explains.
  return [...found.filter(({ command }) => command), ...found.filter(({ command }) => !command)];
}

function optional(meta: Record<string, string>): Pick<Result, 'command' | 'effect' | 'excerpt'> {
  const { command, effect, excerpt } = meta;
  return { ...(command && { command }), ...(effect && { effect }), ...(excerpt && { excerpt }) };
}

function merge(together: PagefindHit[], alone: PagefindHit[][]): PagefindHit[] {
  const found = new Map(
    together.map((hit) => [hit.id, { hit, score: Number.MAX_SAFE_INTEGER - together.indexOf(hit) }]),
  );
  for (const hits of alone) {
    const best = hits[0]?.score ?? 1;
    for (const hit of hits) {
      const known = found.get(hit.id);
      // One point for a word found, and a part of one for how well.
      const points = 1 + hit.score / best;
      if (known) known.score += points;
      else found.set(hit.id, { hit, score: points });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}
