/** Hides the rows of `/commandes/` that are not of the chosen object or effect; the choice is kept in the address. */
class CarnetFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const asked = new URLSearchParams(location.search);
    for (const select of form.querySelectorAll('select')) {
      const value = asked.get(select.name) ?? '';
      if ([...select.options].some((option) => option.value === value)) select.value = value;
      select.addEventListener('change', () => {
        this.apply(form);
        this.keepInAddress(form);
      });
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    this.apply(form);
  }

  private apply(form: HTMLFormElement): void {
    const { objet, effet } = Object.fromEntries(new FormData(form)) as { objet: string; effet: string };
    let shown = 0;
    for (const row of document.querySelectorAll<HTMLElement>('[data-filter-group] .row')) {
      const isShown =
        (objet === '' || row.closest(`[data-objects~="${CSS.escape(objet)}"]`) !== null) &&
        (effet === '' || row.closest<HTMLElement>('[data-effect]')?.dataset.effect === effet);
      row.hidden = !isShown;
      if (isShown) shown += 1;
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-filter-group]')) {
      group.hidden = !group.querySelector('.row:not([hidden])');
    }
    const output = form.querySelector('[data-filter-count]');
    if (!output) return;
    if (shown === 0) output.textContent = 'Aucun exemple\u00a0: choisissez un autre objet ou un autre effet.';
    else output.textContent = objet || effet ? `${shown} exemple${shown > 1 ? 's' : ''}` : '';
  }

  private keepInAddress(form: HTMLFormElement): void {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value) query.set(name, value);
    history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
  }
}

customElements.define('carnet-filter', CarnetFilter);
