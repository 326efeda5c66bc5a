import type { Answer } from '../../lib/search/answer.ts';
import { element } from './result.ts';

const emphasis = (text: string): HTMLElement => element('b', { textContent: text });

/**
 * What is said above the results: how many, for which words when some were corrected, or that these are the nearest.
 * @param askAsTyped called when the reader wants the question as it was typed
 */
export function describeAnswer(text: string, answer: Answer, askAsTyped: () => void): Node[] {
  const { results, question, isNearest } = answer;
  if (text === '') return [];
  const asked = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  if (results.length === 0) return [document.createTextNode(`Rien pour «\u00a0${asked}\u00a0». `), allCommands()];
  if (isNearest)
    return [
      document.createTextNode(`Rien pour «\u00a0${asked}\u00a0». Les commandes les plus proches, ou `),
      allCommands(),
    ];
  const count = document.createTextNode(`${results.length} résultat${results.length > 1 ? 's' : ''}`);
  if (!question.corrected) return [count];
  const button = element('button', { type: 'button', className: 'as-typed', textContent: asked });
  button.addEventListener('click', askAsTyped);
  return [
    count,
    document.createTextNode(' pour '),
    emphasis(question.corrected),
    document.createTextNode('. Chercher plutôt '),
    button,
  ];
}

/** The way on when nothing fits, or when search is out of reach: a link to every theme, on one page. */
export function allCommands(): HTMLElement {
  const base = (document.documentElement.dataset.base ?? '/').replace(/\/$/, '');
  return element('a', { href: `${base}/commandes/`, textContent: 'toutes les commandes par thème' });
}
