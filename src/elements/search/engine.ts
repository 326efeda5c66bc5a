import { openLexicon, SECTION_PREFIX, type LexiconFile } from '../../lib/search/lexicon.ts';
import { readQuestion, type Lexicon, type Question, type Term } from '../../lib/search/question.ts';
import { rank, type Candidate } from '../../lib/search/rank.ts';
import { correct } from '../../lib/search/spelling.ts';

/** An example or a section, as it is shown. */
export interface Result {
  readonly address: string;
  readonly title: string;
  readonly place: string;
  readonly command?: string;
  readonly effect?: string;
  readonly excerpt?: string;
  /** The words that a section is called by. */
  readonly names?: string;
}

/** What the reader narrows the search to: `{ objet: 'pod', effet: 'lecture' }`. */
export type Filters = Readonly<Record<string, string>>;

/** The answer to a question. */
export interface Answer {
  readonly results: readonly Result[];
  readonly question: Question;
  /** Whether these are only the nearest: nothing holds what was asked. */
  readonly isNearest: boolean;
}

interface Hit {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ url: string; meta: Record<string, string> }>;
}
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string, options: object): Promise<{ results: Hit[] }>;
}
interface Engine {
  readonly pagefind: Pagefind;
  readonly lexicon: Lexicon;
}

/** How many examples are fetched and ranked, how many are shown, and how many sections after them. */
const RANKED = 18;
const SHOWN = 12;
const SECTIONS = 4;

let loading: Promise<Engine> | undefined;

/** Loads Pagefind and the lexicon once. @throws Error when they cannot be reached; the next call tries again. */
export function loadEngine(): Promise<Engine> {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function load(): Promise<Engine> {
  const base = (document.documentElement.dataset.base ?? '/').replace(/\/$/, '');
  const [pagefind, file] = await Promise.all([
    import(/* @vite-ignore */ `${base}/pagefind/pagefind.js`).then(async (module: Pagefind) => {
      // The addresses in the index already hold the base path. The worker would be 12 KB more for searches of 2 ms.
      await module.options({ baseUrl: '/', noWorker: true, ranking: { pageLength: 0, termFrequency: 0.4 } });
      await module.init();
      return module;
    }),
    fetch(`${base}/pagefind/lexique.json`).then((response) => {
      if (!response.ok) throw new Error(`lexique.json: ${response.status}`);
      return response.json() as Promise<LexiconFile>;
    }),
  ]);
  return { pagefind, lexicon: openLexicon(file) };
}

const asked = new Map<string, Promise<Hit[]>>();

/** What holds a token; each token is asked once, so that a key more costs one search more. */
function find({ pagefind }: Engine, token: string, filters: Filters): Promise<Hit[]> {
  const key = `${token} ${JSON.stringify(filters)}`;
  const known = asked.get(key);
  if (known) return known;
  const hits = pagefind.search(token, { filters }).then(({ results }) => results);
  asked.set(key, hits);
  hits.catch(() => asked.delete(key));
  return hits;
}

interface Found {
  readonly hit: Hit;
  readonly terms: Set<Term>;
  points: number;
}

/** The records that hold the terms, those that hold most of the question first. */
async function gather(engine: Engine, terms: readonly Term[], filters: Filters, prefix = ''): Promise<Found[]> {
  const found = new Map<string, Found>();
  const all = await Promise.all(
    terms.map(async (term) => ({
      term,
      lists: await Promise.all(term.tokens.map((token) => find(engine, prefix + token, filters))),
    })),
  );
  for (const { term, lists } of all) {
    const best = Math.max(...lists.map((hits) => hits[0]?.score ?? 0), Number.EPSILON);
    for (const hit of lists.flat()) {
      const known = found.get(hit.id) ?? { hit, terms: new Set<Term>(), points: 0 };
      found.set(hit.id, known);
      if (!known.terms.has(term)) known.points += term.weight * (0.5 + (0.5 * hit.score) / best);
      known.terms.add(term);
    }
  }
  return [...found.values()].sort((a, b) => b.points - a.points);
}

/**
 * The answer to a question: examples, best first, then sections. An empty question has no result.
 * @param isAsTyped leaves misspelt words as they are
 * @throws Error when the index cannot be reached
 */
export async function search(text: string, filters: Filters, isAsTyped = false): Promise<Answer> {
  const engine = await loadEngine();
  const question = readQuestion(text, engine.lexicon, isAsTyped);
  const examples = await findExamples(engine, question, filters);
  const isFiltered = Object.keys(filters).length > 0;
  const sections = isFiltered || question.isCommand ? [] : await findSections(engine, question.terms);
  if (examples.length + sections.length > 0 || text.trim() === '')
    return { results: order(examples, sections, question, engine.lexicon.language), question, isNearest: false };
  return { results: await findExamples(engine, nearest(text, engine.lexicon), filters), question, isNearest: true };
}

async function findExamples(engine: Engine, question: Question, filters: Filters): Promise<Result[]> {
  const found = (await gather(engine, question.terms, filters)).slice(0, RANKED);
  const candidates = await Promise.all(
    found.map(async ({ hit, terms }): Promise<Candidate & Result> => {
      const { url, meta } = await hit.data();
      return {
        address: url,
        title: meta.title ?? url,
        command: meta.command ?? '',
        effect: meta.effect ?? '',
        place: meta.place ?? '',
        keywords: meta.keywords?.split('|') ?? [],
        pageKeywords: meta.page?.split('|') ?? [],
        order: Number(meta.order),
        names: [meta.title, meta.keywords, meta.page, meta.command].join(' '),
        found: terms,
      };
    }),
  );
  return rank(candidates, question, engine.lexicon).slice(0, SHOWN);
}

/** The reader came for a line to run: examples first; but a page whose title is what was asked, a symptom say, leads. */
function order(
  examples: readonly Result[],
  sections: readonly Result[],
  question: Question,
  language: Lexicon['language'],
): Result[] {
  const sum = (terms: readonly Term[]): number => terms.reduce((total, { weight }) => total + weight, 0);
  const share = (text: string): number => {
    const held = new Set(language.tokens(text));
    return (
      sum(question.terms.filter(({ tokens }) => tokens.some((token) => held.has(token)))) / (sum(question.terms) || 1)
    );
  };
  const best = examples.slice(0, 3);
  const leads = ({ title, names = title }: Result): boolean =>
    names !== title &&
    ((share(title) === 1 &&
      best.every((example) => share(example.title) < 1 && !isVerb(example, question, language))) ||
      share(names) > Math.max(0.6, ...best.map((example) => share(example.names ?? '') + 0.01)));
  const named = sections.filter(leads).slice(0, 1);
  return [...named, ...examples, ...sections.filter((section) => !named.includes(section))];
}

/** Whether the question names the command itself. */
function isVerb({ command = '' }: Result, { terms }: Question, language: Lexicon['language']): boolean {
  const words = language.tokens(command);
  return terms.every(({ tokens }) => tokens.some((token) => words.includes(token)));
}

async function findSections(engine: Engine, terms: readonly Term[]): Promise<Result[]> {
  const words = terms.filter(({ isFlag }) => !isFlag);
  const found = await gather(engine, words, {}, SECTION_PREFIX);
  const data = await Promise.all(found.slice(0, SECTIONS).map(({ hit }) => hit.data()));
  return data.map(({ url, meta }) => ({
    address: url,
    title: meta.title ?? url,
    place: meta.place ?? '',
    excerpt: meta.excerpt ?? '',
    names: `${meta.title ?? ''} ${meta.keywords ?? ''}`.trim(),
  }));
}

/** The question nearest to one that says nothing here: its longest word, mended with more patience; else, listing. */
function nearest(text: string, lexicon: Lexicon): Question {
  const words = lexicon.language.read(text.slice(0, 200)).map((idea) => idea.text);
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '').slice(0, 24);
  const word = correct(longest, lexicon.words, Math.ceil(longest.length / 2)) ?? 'pods';
  return readQuestion(word, lexicon);
}
