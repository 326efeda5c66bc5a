import { copyText } from '../clipboard.ts';
import { loadPagefind, search, type Result } from './engine.ts';
import { renderResult } from './result.ts';

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
    loadPagefind().catch(() => {
      this.fail();
    });
    if (this.input.value) void this.ask();
  }

  /** Results always belong to the text in the field: an answer that comes late is dropped. */
  private async ask(): Promise<void> {
    const question = this.input.value.trim();
    const turn = (this.asked += 1);
    if (this.isPage) this.keepInAddress(question);
    this.list.setAttribute('aria-busy', 'true');
    try {
      const results = await search(question);
      if (turn === this.asked) this.show(question, results);
    } catch {
      if (turn === this.asked) this.fail();
    }
  }

  private show(question: string, results: readonly Result[]): void {
    this.rows = results.map((result, index) => renderResult(result, `${this.list.id}-${index}`));
    this.list.replaceChildren(...this.rows);
    this.list.hidden = results.length === 0;
    this.list.setAttribute('aria-busy', 'false');
    this.input.setAttribute('aria-expanded', String(results.length > 0));
    this.move(-1);
    if (question === '') this.status.textContent = '';
    else if (results.length === 0)
      this.status.textContent = `Rien pour « ${question} ». Essayez un autre mot, ou parcourez toutes les commandes.`;
    else this.status.textContent = `${results.length} résultat${results.length > 1 ? 's' : ''}`;
  }

  private fail(): void {
    this.list.hidden = true;
    this.list.setAttribute('aria-busy', 'false');
    this.status.textContent = import.meta.env.DEV
      ? 'Pas encore d’index : lancez « npm run build » une fois, puis rechargez la page.'
      : 'La recherche est indisponible : vérifiez la connexion, ou parcourez toutes les commandes.';
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
    const command = row?.dataset.command;
    if (row && command) void copyText(command, row.querySelector('button') ?? row, 'Commande copiée');
  }

  private keepInAddress(question: string): void {
    const query = question ? `?${new URLSearchParams({ q: question })}` : '';
    history.replaceState(null, '', location.pathname + query);
  }
}

function required(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The search field has no ${selector}.`);
  return found;
}
