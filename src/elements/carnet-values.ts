type ValuesModule = typeof import('./values/controller.ts');

// Filling in is downloaded when there are values to show, or when the reader comes near a placeholder.
let valuesModule: Promise<ValuesModule> | undefined;
const loadValues = (): Promise<ValuesModule> => (valuesModule ??= import('./values/controller.ts'));

/** The button « Mes valeurs » of the header. */
class CarnetValues extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.title = 'Mes valeurs';
    button.setAttribute('aria-label', 'Mes valeurs');
    button.append(...this.childNodes);
    button.addEventListener(
      'click',
      () =>
        void loadValues().then(({ openPanel }) => {
          openPanel();
        }),
    );
    this.append(button);
    this.hidden = false;
  }
}

customElements.define('carnet-values', CarnetValues);

for (const placeholder of document.querySelectorAll<HTMLElement>('.tok-placeholder')) {
  placeholder.role = 'button';
  placeholder.tabIndex = 0;
  placeholder.ariaLabel = `Remplir ${placeholder.textContent}`;
}

for (const kind of ['pointerover', 'focusin', 'click', 'keydown']) {
  document.addEventListener(kind, (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches('.tok-placeholder')) return;
    const loading = loadValues();
    const isKey = event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ');
    // A click that ends a selection selects; it does not fill in.
    if (!isKey && (kind !== 'click' || getSelection()?.isCollapsed === false)) return;
    event.preventDefault();
    void loading.then(({ editPlaceholder }) => {
      editPlaceholder(target);
    });
  });
}

function loadIfAny(): void {
  try {
    if (location.hash.includes('&v:') || localStorage.getItem('valeurs')) void loadValues();
  } catch {
    // Storage refused: nothing is kept, so there is nothing to show.
  }
}
loadIfAny();
// 'storage': filled in elsewhere since, in another tab or on the page that had this one drawn ahead.
for (const kind of ['hashchange', 'storage']) addEventListener(kind, loadIfAny);

export {};
