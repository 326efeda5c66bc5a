import type { Answer } from '../../lib/search/answer.ts';
import type { Language } from '../../lib/search/language.ts';
import { renderResult } from './result.ts';

/** The rows under a field: a grid, because each row holds a link and a button. */
export class Rows {
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private rows: HTMLElement[] = [];
  private current = -1;

  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.input = input;
    this.list = list;
    list.setAttribute('role', 'grid');
    list.setAttribute('aria-label', 'Résultats');
  }

  show(answer: Answer, language: Language): void {
    const asked = new Set(answer.question.terms.flatMap(({ tokens }) => tokens));
    this.rows = answer.results.map((result, index) =>
      renderResult(result, `${this.list.id}-${index}`, asked, language),
    );
    this.list.replaceChildren(...this.rows);
    this.list.hidden = this.rows.length === 0;
    this.input.setAttribute('aria-expanded', String(this.rows.length > 0));
    this.move(-1);
  }

  clear(): void {
    this.rows = [];
    this.list.replaceChildren();
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.move(-1);
  }

  /** What a key does to the rows. Returns whether it did something. */
  onKey(event: KeyboardEvent): boolean {
    const last = this.rows.length - 1;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.copy();
    else if (event.key === 'ArrowDown') this.move(this.current >= last ? 0 : this.current + 1);
    else if (event.key === 'ArrowUp') this.move(this.current <= 0 ? last : this.current - 1);
    else if (event.key === 'Home' && this.current >= 0) this.move(0);
    else if (event.key === 'End' && this.current >= 0) this.move(last);
    else return false;
    return true;
  }

  /** Opens the current row, or the first. */
  open(): void {
    const address = this.row?.querySelector('a')?.href;
    if (!address) return;
    this.input.closest('dialog')?.close();
    location.assign(address);
  }

  private get row(): HTMLElement | undefined {
    return this.rows[Math.max(this.current, 0)];
  }

  private copy(): void {
    this.row?.querySelector<HTMLButtonElement>('button.copy')?.click();
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
}
