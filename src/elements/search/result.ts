import type { Language } from '../../lib/search/language.ts';
import { UI } from '../../ui.ts';
import { copyCommand } from '../clipboard.ts';
import { fillCommand } from '../values.ts';
import type { Result } from '../../lib/search/answer.ts';
import { colourCommand, markWords } from './marks.ts';

/** A row of results: the task as a link, the command, where it is, what it does, and a button that copies it. */
export function renderResult(result: Result, id: string, asked: ReadonlySet<string>, language: Language): HTMLElement {
  const row = element('div', { id, role: 'row', className: 'result' });
  row.dataset.result = '';
  const link = element('a', { href: result.address });
  link.append(...markWords(result.title, asked, language));
  const text = element('div', { role: 'gridcell', className: 'result-text' });
  text.append(link, element('span', { className: 'result-place', textContent: result.place }));
  row.append(text);
  if (result.command) {
    row.dataset.command = result.command;
    const code = element('code', {});
    code.append(...colourCommand(fillCommand(result.command)));
    text.append(code);
    const cell = element('div', { role: 'gridcell', className: 'result-tools' });
    cell.append(effectBadge(result.effect), copyButton(result.command, result.effect));
    row.append(cell);
  } else if (result.excerpt) {
    text.append(element('span', { className: 'result-excerpt', textContent: result.excerpt }));
  }
  return row;
}

function effectBadge(effect: string | undefined): HTMLElement {
  const known = effect === 'modification' || effect === 'suppression' ? effect : 'lecture';
  const badge = element('span', { className: 'effect', textContent: UI.effects[known] });
  badge.dataset.effect = known;
  return badge;
}

function copyButton(command: string, effect: string | undefined): HTMLButtonElement {
  const button = element('button', { type: 'button', className: 'copy', textContent: 'Copier' });
  button.addEventListener('click', () => void copyCommand(fillCommand(command), effect, button));
  return button;
}

/** An element with these properties: `element('a', { href: '/' })`. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}
