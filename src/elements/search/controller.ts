import type { Answer } from '../../lib/search/answer.ts';
import type { Filters } from '../../lib/search/find.ts';
import styles from '../../styles/results.css?url';
import { loadStyle } from '../load-style.ts';
import { loadEngine, search } from './engine.ts';
import { searchFullText } from './full-text.ts';
import { Rows } from './rows.ts';
import { describeAnswer, describeFailure, listThemes } from './status.ts';

export { openDialog } from './dialog.ts';
/** When the dialog and the results have their style. */
export const styled = loadStyle(styles);

/** How long results of a former question may still show, in milliseconds: an answer rarely takes longer. */
const PATIENCE = 100;
/** The whole text of the pages is asked once the reader pauses: it is the only search that is slow to load. */
const PAUSE = 700;

const attached = new WeakSet<HTMLElement>();

/** Makes a search field show its results while the reader types. Attaching twice does nothing. */
export function attach(root: HTMLElement): void {
  if (attached.has(root)) return;
  attached.add(root);
  new SearchController(root);
}

/** The combobox of the WAI-ARIA practices. */
class SearchController {
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly rows: Rows;
  private readonly status: HTMLElement;
  private readonly themes: HTMLElement;
  private readonly isPage: boolean;
  private readonly selects: HTMLSelectElement[];
  private asked = 0;

  constructor(root: HTMLElement) {
    this.input = required(root, 'input') as HTMLInputElement;
    this.list = required(root, '[data-search-results]');
    this.status = required(root, '[data-search-status]');
    this.isPage = location.pathname.endsWith('/recherche/') && !root.closest('dialog');
    this.rows = new Rows(this.input, this.list);
    this.themes = Object.assign(document.createElement('div'), { className: 'search-themes', hidden: true });
    this.list.after(this.themes);
    this.input.autocapitalize = 'off';
    this.input.spellcheck = false;
    this.input.enterKeyHint = 'search';
    this.input.setAttribute('role', 'combobox');
    this.input.setAttribute('aria-haspopup', 'grid');
    this.input.setAttribute('aria-autocomplete', 'list');
    this.input.setAttribute('aria-controls', this.list.id);
    this.input.setAttribute('aria-expanded', 'false');
    this.input.addEventListener('input', () => void this.ask());
    this.input.addEventListener('keydown', (event) => {
      if (this.clearOnEscape(event) || this.rows.onKey(event)) event.preventDefault();
    });
    this.input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.rows.open();
    });
    const filters = root.querySelector<HTMLElement>('[data-search-filters]');
    if (filters) filters.inert = false;
    this.selects = [...root.querySelectorAll('select')];
    for (const select of this.selects) select.addEventListener('change', () => void this.ask());
    if (this.isPage) {
      // What was typed while this script was on its way stays.
      if (!this.input.value) this.readAddress();
      addEventListener('popstate', () => {
        this.readAddress();
        void this.ask();
      });
    }
    loadEngine().catch(() => {
      this.fail();
    });
    if (this.input.value || Object.keys(this.filters).length > 0) void this.ask();
  }

  private get filters(): Filters {
    const chosen = this.selects.filter(({ value }) => value !== '');
    return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
  }

  /** Results always belong to the text in the field: an answer that comes late is dropped, an old one taken away. */
  private async ask(isAsTyped = false): Promise<void> {
    const text = this.input.value.trim();
    const filters = this.filters;
    const turn = (this.asked += 1);
    if (this.isPage) this.keepInAddress(text);
    this.list.setAttribute('aria-busy', 'true');
    const patience = setTimeout(() => {
      if (turn === this.asked) this.rows.clear();
    }, PATIENCE);
    try {
      const answer = await search(text, filters, isAsTyped);
      clearTimeout(patience);
      if (turn !== this.asked) return;
      await this.show(text, answer);
      if (turn === this.asked) this.list.setAttribute('aria-busy', 'false');
      if (answer.isNearest && Object.keys(filters).length === 0) await this.askFullText(text, answer, turn);
    } catch (error) {
      clearTimeout(patience);
      if (import.meta.env.DEV) console.error(error);
      if (turn === this.asked) this.fail();
    }
  }

  /** No example and no section is about it: perhaps a page says it somewhere. */
  private async askFullText(text: string, answer: Answer, turn: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (turn !== this.asked) return;
    const passages = await searchFullText(text);
    if (turn === this.asked && passages.length > 0)
      await this.show(text, { ...answer, results: passages, isNearest: false });
  }

  private async show(text: string, answer: Answer): Promise<void> {
    const { lexicon, themes } = await loadEngine();
    this.rows.show(answer, lexicon.language);
    this.themes.hidden = !answer.isNearest;
    if (answer.isNearest) this.themes.replaceChildren(...listThemes(themes));
    const askAsTyped = (): void => {
      this.input.focus();
      void this.ask(true);
    };
    this.status.replaceChildren(...describeAnswer(text, answer, askAsTyped));
  }

  private fail(): void {
    this.rows.clear();
    this.list.setAttribute('aria-busy', 'false');
    this.status.replaceChildren(...describeFailure());
  }

  private clearOnEscape(event: KeyboardEvent): boolean {
    if (event.key !== 'Escape' || !this.input.value || this.isPage || this.input.closest('dialog')) return false;
    this.input.value = '';
    void this.ask();
    return true;
  }

  /** Back and forward bring back the question of that time. */
  private readAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get('q') ?? '';
    for (const select of this.selects) {
      const value = asked.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
  }

  private keepInAddress(question: string): void {
    const query = new URLSearchParams({ ...(question && { q: question }), ...this.filters });
    history.replaceState(null, '', location.pathname + (query.size > 0 ? `?${query}` : ''));
  }
}

function required(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The search field has no ${selector}.`);
  return found;
}
