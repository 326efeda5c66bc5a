import styles from '../../styles/line-note.css?url';
import { announce } from '../clipboard.ts';
import { loadStyle } from '../load-style.ts';
import { describe } from './describe.ts';
import { readEntries } from './entries.ts';

/**
 * Shows what a line of a manifest means, beside it, when it is pointed at, touched, or reached with the arrows.
 * @param woken what asked for it: on a line, or on the whole text when it got the focus
 */
export async function explainManifest(figure: HTMLElement, woken: Event): Promise<void> {
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
    note.style.insetBlockStart = `${placeNote(line, note) - figure.getBoundingClientRect().top}px`;
  };
  const hide = (): void => {
    lines[current]?.removeAttribute('data-active');
    note.hidden = true;
  };
  /** Goes to a line without the pointer: it is brought into the window and said. */
  const goTo = (index: number): void => {
    lines[index]?.scrollIntoView({ block: 'nearest' });
    show(index);
    const entry = entries.get(index + 1);
    if (entry) announce(`${entry.label}\u00a0: ${entry.texts.map((text) => text.textContent).join(' ')}`);
  };
  const showLineOf = (element: Element, isTouched = false): void => {
    const index = lines.findIndex((line) => line.contains(element));
    show(index);
    // On a phone the sentence is at the bottom of the window, where the line may be.
    if (isTouched) lines[index]?.scrollIntoView({ block: 'nearest' });
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      dismissedAt = event.timeStamp;
      if (note.contains(document.activeElement)) pre.focus();
      hide();
    }
    const index = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: lines.length - 1 }[event.key];
    // Past the ends, the arrows scroll the page as everywhere.
    if (index === undefined || event.target !== pre || !lines[index]) return;
    event.preventDefault();
    goTo(index);
  };

  for (const type of ['pointerover', 'click'] as const)
    pre.addEventListener(type, (event) => {
      if (isWanted(event)) showLineOf(event.target as Element, type === 'click');
    });
  pre.addEventListener('focus', (event) => {
    if (note.hidden && isWanted(event)) goTo(Math.max(current, 0));
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
  if (woken.target === pre) goTo(0);
  else showLineOf(woken.target as Element, woken instanceof PointerEvent && woken.pointerType === 'touch');
}

const GAP = 4;

/**
 * Where the sentence stands, from the top of the window: under its line, so as to leave it readable, or above it when the
 * window would cut it and there is room over it.
 */
function placeNote(line: HTMLElement, note: HTMLElement): number {
  const { top, bottom } = line.getBoundingClientRect();
  const above = top - GAP - note.offsetHeight;
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  return bottom + GAP + note.offsetHeight > innerHeight && above > header ? above : bottom + GAP;
}
