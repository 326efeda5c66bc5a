import { copyText } from '../clipboard.ts';
import type { Result } from './engine.ts';

/** A row of results: the task as a link, the command, where it is, and a button that copies the command. */
export function renderResult(result: Result, id: string): HTMLElement {
  const row = element('div', { id, role: 'row', className: 'result' });
  row.dataset.result = '';
  const link = element('a', { href: result.address, textContent: result.title });
  const text = element('div', { role: 'gridcell', className: 'result-text' });
  text.append(link, element('span', { className: 'result-place', textContent: result.place }));
  row.append(text);
  if (result.command) {
    row.dataset.command = result.command;
    text.append(element('code', { textContent: result.command }));
    const cell = element('div', { role: 'gridcell', className: 'result-tools' });
    if (result.effect === 'suppression')
      cell.append(element('span', { className: 'effect', textContent: 'Suppression' }));
    cell.append(copyButton(result.command));
    row.append(cell);
    row.querySelector<HTMLElement>('.effect')?.setAttribute('data-effect', result.effect ?? '');
  } else if (result.excerpt) {
    text.append(element('span', { className: 'result-excerpt', textContent: result.excerpt }));
  }
  return row;
}

function copyButton(command: string): HTMLButtonElement {
  const button = element('button', { type: 'button', className: 'copy', textContent: 'Copier' });
  button.addEventListener('click', () => void copyText(command, button, 'Commande copiée'));
  return button;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}
