import type { Answer } from '../../lib/search/answer.ts';
import type { Filters } from '../../lib/search/find.ts';
import { loadEngine, search } from './engine.ts';
import styles from '../../styles/results.css?url';
import { loadStyle } from '../load-style.ts';
import type { Language } from '../../lib/search/language.ts';
import { renderResult } from './result.ts';
import { allCommands, describeAnswer } from './status.ts';

export { openDialog } from './dialog.ts';
/** When the dialog and the results have their style. */
export const styled = loadStyle(styles);

const attached = new WeakSet<HTMLElement>();

/** Makes a search field show its results while the reader types. Attaching twice does nothing. */
export function attach(root: HTMLElement): void {
  if (attached.has(root)) return;
  attached.add(root);
  new SearchController(root);
}

/** The combobox of the WAI-ARIA practices, with a grid popup because each row holds a link and a button. */
class SearchController {
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private readonly isPage: boolean;
  private readonly selects: HTMLSelectElement[];
  private rows: HTMLElement[] = [];
  private current = -1;
  private asked = 0;

  constructor(root: HTMLElement) {
    this.input = required(root, 'input') as HTMLInputElement;
    this.list = required(root, '[data-search-results]');
    this.status = required(root, '[data-search-status]');
    this.isPage = location.pathname.endsWith('/recherche/') && !root.closest('dialog');
    this.list.setAttribute('role', 'grid');
    this.list.setAttribute('aria-label', 'Résultats');
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
      this.onKey(event);
    });
    this.input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.open(this.rows[Math.max(this.current, 0)]);
    });
    const filters = root.querySelector<HTMLElement>('[data-search-filters]');
    if (filters) filters.hidden = false;
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
    if (this.input.value) void this.ask();
  }

  private get filters(): Filters {
    const chosen = this.selects.filter(({ value }) => value !== '');
    return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
  }

  /** Results always belong to the text in the field: an answer that comes late is dropped. */
  private async ask(isAsTyped = false): Promise<void> {
    const text = this.input.value.trim();
    const turn = (this.asked += 1);
    if (this.isPage) this.keepInAddress(text);
    this.list.setAttribute('aria-busy', 'true');
    try {
      const answer = await search(text, this.filters, isAsTyped);
      const { lexicon } = await loadEngine();
      if (turn === this.asked) this.show(text, answer, lexicon.language);
    } catch (error) {
      if (import.meta.env.DEV) console.error(error);
      if (turn === this.asked) this.fail();
    }
  }

  private show(text: string, answer: Answer, language: Language): void {
    const asked = new Set(answer.question.terms.flatMap(({ tokens }) => tokens));
    this.rows = answer.results.map((result, index) =>
      renderResult(result, `${this.list.id}-${index}`, asked, language),
    );
    this.list.replaceChildren(...this.rows);
    this.list.hidden = this.rows.length === 0;
    this.input.setAttribute('aria-expanded', String(this.rows.length > 0));
    this.move(-1);
    this.status.replaceChildren(
      ...describeAnswer(text, answer, () => {
        this.input.focus();
        void this.ask(true);
      }),
    );
    this.list.setAttribute('aria-busy', 'false');
  }

  private fail(): void {
    this.list.hidden = true;
    this.list.setAttribute('aria-busy', 'false');
    this.status.replaceChildren(
      import.meta.env.DEV
        ? 'Pas encore d’index : lancez « npm run build » une fois, puis rechargez la page.'
        : 'La recherche est indisponible\u00a0: vérifiez la connexion, ou parcourez ',
    );
    if (!import.meta.env.DEV) this.status.append(allCommands(), '.');
  }

  private onKey(event: KeyboardEvent): void {
    const last = this.rows.length - 1;
    if (event.key === 'Escape' && this.input.value && !this.isPage && this.input.closest('dialog') === null) {
      this.input.value = '';
      void this.ask();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.copy(this.rows[Math.max(this.current, 0)]);
    } else if (event.key === 'ArrowDown') this.move(this.current >= last ? 0 : this.current + 1);
    else if (event.key === 'ArrowUp') this.move(this.current <= 0 ? last : this.current - 1);
    else if (event.key === 'Home' && this.current >= 0) this.move(0);
    else if (event.key === 'End' && this.current >= 0) this.move(last);
    else return;
    event.preventDefault();
  }

  private move(to: number): void {
    this.rows[this.current]?.removeAttribute('aria-selected');
    this.current = this.rows.length === 0 ? -1 : to;
    const row = this.rows[this.current];
    if (row) {
      row.setAttribute('aria-selected', 'true');
      row.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', row.id);
    } else this.input.removeAttribute('aria-activedescendant');
  }

  private open(row: HTMLElement | undefined): void {
    const address = row?.querySelector('a')?.href;
    if (!address) return;
    this.input.closest('dialog')?.close();
    location.assign(address);
  }

  private copy(row: HTMLElement | undefined): void {
    row?.querySelector<HTMLButtonElement>('button.copy')?.click();
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
