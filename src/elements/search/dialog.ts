import { UI } from '../../ui.ts';

let dialog: HTMLDialogElement | undefined;

/**
 * Opens the search dialog over the page, its field ready. It is made at the first call: no page holds what only script
 * can open.
 * @param typed what the reader typed before it was there
 */
export function openDialog(typed = ''): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector('input');
  input?.select();
  if (!input || !typed) return;
  input.value = typed;
  input.dispatchEvent(new Event('input'));
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.id = 'recherche';
  made.className = 'search-dialog';
  made.ariaLabel = UI.search;
  const base = document.documentElement.dataset.base ?? '/';
  made.innerHTML =
    `<carnet-search class="search"><form class="search-box" action="${base}recherche/" role="search"><input type="search" name="q" autocomplete="off"></form>` +
    '<p class="search-status" data-search-status role="status"></p>' +
    '<div class="results" id="resultats-dialogue" data-search-results aria-busy="false" hidden></div></carnet-search>';
  const form = made.querySelector('form');
  const input = made.querySelector('input');
  if (form && input) {
    form.ariaLabel = 'Recherche rapide';
    input.ariaLabel = UI.searchLabel;
    input.placeholder = UI.searchPlaceholder;
    // The magnifying glass of the header.
    const icon = document.querySelector('.search-button .icon')?.cloneNode(true);
    if (icon) form.prepend(icon);
  }
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  document.body.append(made);
  return made;
}
