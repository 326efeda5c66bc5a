import { announce } from '../clipboard.ts';
import { placeUnder } from '../place.ts';
import { currentValues, noteValues } from '../values.ts';
import { createField, hintOf, isSecret, labelOf } from './field.ts';
import { nameOf } from './show.ts';

/** Puts a field in the place of a placeholder, under it what is asked for. Enter keeps, Escape goes back. */
export function editPlaceholder(placeholder: HTMLElement): void {
  const name = nameOf(placeholder);
  const before = currentValues()[name] ?? '';
  const goBack = noteValues();
  const input = createField(name);
  const tip = createTip(name);
  input.value = before;
  input.setAttribute('aria-label', labelOf(name));
  input.setAttribute('aria-describedby', tip.id);
  const fit = (): void => {
    input.size = Math.max(input.value.length, input.placeholder.length, 8);
    tip.querySelector('output')?.replaceChildren(hintOf(name, input.value));
  };
  let isOpen = true;
  const close = (returnsFocus: boolean): void => {
    // Removing what has the focus takes it away, which closes again.
    if (!isOpen) return;
    isOpen = false;
    closing.abort();
    placeholder.hidden = false;
    input.remove();
    tip.remove();
    if (returnsFocus) placeholder.focus();
    const value = currentValues()[name] ?? '';
    if (value !== before)
      announce(value ? `${value} remplace <${name}> partout` : `<${name}> est de nouveau à remplir`);
  };
  input.addEventListener('input', fit);
  // A click elsewhere first takes the focus: were the line to change then, what is clicked could move away.
  let isPressed = false;
  const closing = new AbortController();
  const { signal } = closing;
  addEventListener('pointerdown', () => (isPressed = true), { signal, capture: true });
  addEventListener(
    'click',
    () => {
      if (isPressed && document.activeElement !== input) close(false);
      isPressed = false;
    },
    { signal },
  );
  addEventListener('pointercancel', () => (isPressed = false), { signal });
  input.addEventListener('blur', () => {
    if (!isPressed) close(false);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') goBack();
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') input.dispatchEvent(new Event('change'));
    close(true);
  });
  placeholder.hidden = true;
  placeholder.after(input);
  fit();
  (placeholder.closest('dialog') ?? document.querySelector('main') ?? document.body).append(tip);
  input.focus({ preventScroll: true });
  input.select();
  tip.showPopover();
  placeUnder(input, tip);
}

function createTip(name: string): HTMLElement {
  const tip = document.createElement('div');
  tip.id = 'valeur-aide';
  tip.className = 'value-tip';
  tip.popover = 'manual';
  const title = document.createElement('strong');
  title.textContent = labelOf(name);
  const keys = document.createElement('span');
  keys.textContent = isSecret(name)
    ? 'Jamais retenu ni partagé. Entrée valide, Échap annule.'
    : 'Vaut pour toutes les commandes. Entrée valide, Échap annule.';
  tip.append(title, keys, document.createElement('output'));
  return tip;
}
