import registry from 'virtual:placeholders';
import { ownValues, setValue } from '../values.ts';

/** What the field of a placeholder says when its value does not look as expected: a hint, not a refusal. `''` when all is well. */
export function hintOf(name: string, value: string): string {
  const { pattern, expected } = registry[name] ?? {};
  if (!value || !pattern || new RegExp(`^(?:${pattern})$`, 'u').test(value)) return '';
  return `On attend ${expected}.`;
}

/** The French label of a placeholder: `labelOf('POD')` → `Nom du Pod`. */
export function labelOf(name: string): string {
  return registry[name]?.label ?? name;
}

/** Whether a placeholder is one that is neither stored nor shared. */
export function isSecret(name: string): boolean {
  return registry[name]?.isSecret === true;
}

/** A text field for the value of a placeholder; each key stroke is written at once in every command of the page. */
export function createField(name: string): HTMLInputElement {
  const input = document.createElement('input');
  const { example = '' } = registry[name] ?? {};
  input.className = 'value-input';
  input.value = ownValues()[name] ?? '';
  input.placeholder = example;
  input.autocomplete = 'off';
  input.autocapitalize = 'none';
  input.spellcheck = false;
  input.enterKeyHint = 'done';
  input.addEventListener('input', () => {
    setValue(name, input.value, isSecret(name));
  });
  // Spaces at the edges come from a careless selection; inside, they are the reader's.
  input.addEventListener('change', () => {
    if (input.value !== input.value.trim()) setValue(name, (input.value = input.value.trim()), isSecret(name));
  });
  return input;
}
