import styles from '../../styles/line-note.css?url';
import { announce, copyCommand } from '../clipboard.ts';
import { loadStyle } from '../load-style.ts';
import { readEntries, type Entry } from './entries.ts';

/**
 * Shows what a line of a manifest means, beside it, when it is pointed at, touched, or reached with the arrows.
 * @param target what woke it: a line, or the whole text when it got the focus
 */
export async function explainManifest(figure: HTMLElement, target: Element): Promise<void> {
  const pre = figure.querySelector('pre');
  const lines = [...figure.querySelectorAll<HTMLElement>('.line')];
  const [entries] = await Promise.all([readEntries(figure, lines.length), loadStyle(styles)]);
  if (!pre || entries.size === 0) return;
  const note = document.createElement('aside');
  note.className = 'line-note';
  note.hidden = true;
  pre.after(note);
  let current = -1;
  // What Escape uncovers under the pointer is not pointed at.
  let dismissedAt = -Infinity;
  const isWanted = ({ timeStamp }: Event): boolean => timeStamp - dismissedAt > 500;

  const show = (index: number): void => {
    const line = lines[index];
    const entry = entries.get(index + 1);
    if (!line || !entry) return;
    lines[current]?.removeAttribute('data-active');
    line.dataset.active = '';
    if (note.hidden || entries.get(current + 1) !== entry) note.replaceChildren(...describe(entry, hide));
    current = index;
    note.hidden = false;
    note.style.insetBlockStart = `${line.getBoundingClientRect().top - figure.getBoundingClientRect().top}px`;
  };
  const hide = (): void => {
    lines[current]?.removeAttribute('data-active');
    note.hidden = true;
  };
  const showLineOf = (element: Element): void => {
    show(lines.findIndex((line) => line.contains(element)));
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      dismissedAt = event.timeStamp;
      if (note.contains(document.activeElement)) pre.focus();
      hide();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const index = current + (step ?? 0);
    // Past the ends, the arrows scroll the page as everywhere.
    if (step === undefined || event.target !== pre || !lines[index]) return;
    event.preventDefault();
    show(index);
    lines[index].scrollIntoView({ block: 'nearest' });
    const entry = entries.get(index + 1);
    if (entry) announce(`${entry.label}\u00a0: ${entry.texts.map((text) => text.textContent).join(' ')}`);
  };

  pre.role = 'group';
  pre.ariaLabel = `${figure.querySelector('figcaption span')?.textContent ?? ''}, flèches haut et bas pour lire ligne par ligne`;
  for (const type of ['pointerover', 'click'] as const)
    pre.addEventListener(type, (event) => {
      if (isWanted(event)) showLineOf(event.target as Element);
    });
  pre.addEventListener('focus', (event) => {
    if (note.hidden && isWanted(event)) show(Math.max(current, 0));
  });
  figure.addEventListener('keydown', move);
  figure.addEventListener('focusout', ({ relatedTarget }) => {
    if (!figure.contains(relatedTarget as Node | null)) hide();
  });
  figure.addEventListener('pointerleave', ({ pointerType }) => {
    // A finger that is lifted has not gone away.
    if (pointerType === 'mouse' && !figure.contains(document.activeElement)) hide();
  });
  document.addEventListener('click', ({ target: clicked }) => {
    if (!figure.contains(clicked as Node)) hide();
  });
  if (target === pre) show(0);
  else showLineOf(target);
}

function describe({ label, texts, command }: Entry, close: () => void): Node[] {
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
