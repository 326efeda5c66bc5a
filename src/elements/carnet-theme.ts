import { THEME_KEY } from '../lib/theme-script.ts';

const NAMES = { auto: 'Thème du système', light: 'Thème clair', dark: 'Thème sombre' } as const;
type Choice = keyof typeof NAMES;
const ORDER: readonly Choice[] = ['auto', 'light', 'dark'];

/** The button that goes from the system's theme to light to dark, and remembers. */
class CarnetTheme extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.innerHTML =
      '<svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path class="icon-fill" d="M12 3a9 9 0 0 1 0 18z"/></svg>';
    button.addEventListener('click', () => {
      const choice = ORDER[(ORDER.indexOf(current()) + 1) % ORDER.length] ?? 'auto';
      remember(choice);
      name(button);
    });
    // Chosen in another tab, or before the click on the link to this page, which was drawn ahead of it.
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== THEME_KEY) return;
      show(newValue === 'light' || newValue === 'dark' ? newValue : 'auto');
      name(button);
    });
    name(button);
    this.replaceChildren(button);
    this.hidden = false;
  }
}

function current(): Choice {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

function show(choice: Choice): void {
  if (choice === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

function remember(choice: Choice): void {
  show(choice);
  try {
    if (choice === 'auto') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, choice);
  } catch {
    // Storage refused: the choice holds for this page's life.
  }
}

function name(button: HTMLButtonElement): void {
  button.title = NAMES[current()];
  button.setAttribute('aria-label', NAMES[current()]);
}

customElements.define('carnet-theme', CarnetTheme);
