import { copyCommand } from '../clipboard.ts';
import type { Entry } from './entries.ts';

/** What the sentence of a line shows: its field, what it means, the command that says more, and what closes it. */
export function describe({ label, texts, command }: Entry, close: () => void): Node[] {
  const title = document.createElement('strong');
  title.textContent = label;
  const code = document.createElement('code');
  code.textContent = command;
  const copy = button('Copier', 'copy', () => void copyCommand(command, undefined, copy));
  return [title, button('Fermer', 'close', close), ...texts.map((text) => text.cloneNode(true)), code, copy];
}

function button(text: string, className: string, act: () => void): HTMLButtonElement {
  const created = document.createElement('button');
  created.type = 'button';
  created.className = className;
  created.textContent = text;
  created.addEventListener('click', act);
  return created;
}
