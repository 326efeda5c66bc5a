import { fillPlaces } from '../../lib/values.ts';
import { currentValues, fillCommand } from '../values.ts';

/** A placeholder on the page, once its code has been read. */
const originals = new WeakMap<Element, string>();

/** The name of a placeholder of the page: `'POD'`. */
export function nameOf(placeholder: HTMLElement): string {
  return (placeholder.dataset.placeholder ??= placeholder.textContent.replace(/[<>]/g, ''));
}

/**
 * Writes the current values into every command of the page, each as it is copied, and on each command what « Copier »
 * takes. What was built stays in `data-command`.
 */
export function showValues(): void {
  const values = currentValues();
  for (const code of document.querySelectorAll('code:has(.tok-placeholder)')) {
    const placeholders = code.querySelectorAll<HTMLElement>('.tok-placeholder');
    const original = originals.get(code) ?? code.textContent;
    originals.set(code, original);
    const places = fillPlaces(original, values);
    placeholders.forEach((placeholder, index) => {
      show(placeholder, nameOf(placeholder), places[index]?.text);
    });
  }
  for (const command of document.querySelectorAll<HTMLElement>('carnet-command[data-command]')) {
    const built = command.dataset.command ?? '';
    const filled = fillCommand(built);
    if (filled === built) delete command.dataset.filled;
    else command.dataset.filled = filled;
  }
}

function show(placeholder: HTMLElement, name: string, text: string | undefined): void {
  placeholder.textContent = text ?? `<${name}>`;
  placeholder.toggleAttribute('data-filled', text !== undefined);
  placeholder.setAttribute(
    'aria-label',
    text === undefined ? `Remplir <${name}>` : `${text}, valeur de <${name}>, modifier`,
  );
}
