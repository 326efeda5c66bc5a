type SearchModule = typeof import('./search/controller.ts');

// Nothing of search is downloaded before the reader shows the intent: focus, hover or key.
let searchModule: Promise<SearchModule> | undefined;
const loadSearch = (): Promise<SearchModule> =>
  (searchModule ??= import('./search/controller.ts').catch((error: unknown) => {
    // Out of reach now, perhaps not at the next key.
    searchModule = undefined;
    throw error;
  }));

/** The search field. Without script it is a form that leads to the search page. */
class CarnetSearch extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    const results = this.querySelector('[data-search-results]');
    let isReady = false;
    const start = (): void => {
      // What is asked before search is there is on its way too.
      if (!isReady) results?.setAttribute('aria-busy', String(input.value !== ''));
      loadSearch().then(
        ({ attach }) => {
          isReady = true;
          attach(this);
        },
        () => {
          results?.setAttribute('aria-busy', 'false');
          this.querySelector('[data-search-status]')?.replaceChildren(
            'La recherche est indisponible\u00a0: vérifiez la connexion.',
          );
        },
      );
    };
    for (const intent of ['focus', 'pointerenter', 'input']) input.addEventListener(intent, start);
    const query = new URLSearchParams(location.search);
    if (this.closest('dialog') || !['q', 'objet', 'effet'].some((name) => query.has(name))) return;
    input.value = query.get('q') ?? '';
    start();
  }
}

customElements.define('carnet-search', CarnetSearch);

/** On the home and search pages the field is already there: the keys lead to it. */
function openSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main carnet-search input');
  if (field) {
    field.focus();
    field.select();
    return;
  }
  // What is typed while the dialog is on its way is for it; Escape calls it off.
  let typed: string | undefined = '';
  const note = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') typed = undefined;
    if (typed === undefined || event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    typed += event.key;
    event.preventDefault();
  };
  document.addEventListener('keydown', note);
  // Without the network, the search page is the next best: the browser may have kept it.
  loadSearch()
    .then(({ styled, openDialog }) =>
      styled.then(() => {
        if (typed !== undefined) openDialog(typed);
      }),
    )
    .catch(() => {
      location.assign(address);
    })
    .finally(() => {
      document.removeEventListener('keydown', note);
    });
}

const link = document.querySelector<HTMLAnchorElement>('a[data-search-link]');
const address = link?.href ?? '';
if (link) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.dataset.searchOpen = '';
  button.append(...link.childNodes);
  button.addEventListener('click', openSearch);
  for (const intent of ['pointerenter', 'focus'])
    button.addEventListener(intent, () => void loadSearch().catch(() => undefined), { once: true });
  link.replaceWith(button);
}

const isMac = navigator.userAgent.includes('Mac');
for (const hint of document.querySelectorAll<HTMLElement>('[data-search-hint]')) {
  if (isMac && hint.textContent !== '/') hint.textContent = '⌘K';
  hint.hidden = false;
}

document.addEventListener('keydown', (event) => {
  // The first key of Ctrl K announces the second.
  if (event.key === 'Control' || event.key === 'Meta') void loadSearch().catch(() => undefined);
  const isTyping =
    event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
  const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
  if (!isShortcut && (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey)) return;
  event.preventDefault();
  openSearch();
});

export {};
