import type { Result } from '../../lib/search/answer.ts';

interface Pagefind {
  options(options: object): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindData> }[] }>;
}
interface PagefindData {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly excerpt: string;
}

const PASSAGES = 6;

let loading: Promise<Pagefind> | undefined;

async function load(): Promise<Pagefind> {
  const base = (document.documentElement.dataset.base ?? '/').replace(/\/$/, '');
  const pagefind = (await import(/* @vite-ignore */ `${base}/pagefind/pagefind.js`)) as Pagefind;
  // The addresses in the index already hold the base path. The worker would be 12 KB more for searches of 2 ms.
  await pagefind.options({ baseUrl: '/', noWorker: true, excerptLength: 20 });
  return pagefind;
}

/**
 * The passages of the pages that hold all words of a question, by Pagefind, loaded at the first need. None where it
 * cannot run: a browser that refuses WebAssembly, or is offline, still has all the rest of search.
 */
export async function searchFullText(text: string): Promise<Result[]> {
  const words = text.slice(0, 200).match(/[\p{L}\p{N}][\p{L}\p{N}._-]+/gu);
  if (!words) return [];
  try {
    const pagefind = await (loading ??= load());
    const { results } = await pagefind.search(words.join(' '));
    const found = await Promise.all(results.slice(0, PASSAGES).map((hit) => hit.data()));
    return found.map(({ url, meta, excerpt }) => ({
      address: url,
      title: meta.title ?? url,
      place: meta.place ?? '',
      excerpt: readText(excerpt),
    }));
  } catch {
    loading = undefined;
    return [];
  }
}

/** The text of an excerpt, which Pagefind gives as HTML. */
function readText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}
