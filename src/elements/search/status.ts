import type { Answer } from '../../lib/search/answer.ts';
import type { Theme } from '../../lib/search/search-index.ts';
import { element } from './result.ts';

const emphasis = (text: string): HTMLElement => element('b', { textContent: text });
const words = (text: string): Text => document.createTextNode(text);

/**
 * What is said above the results: how many, for which words when some were corrected, or that these are the nearest.
 * @param askAsTyped called when the reader wants the question as it was typed
 */
export function describeAnswer(text: string, answer: Answer, askAsTyped: () => void): Node[] {
  const { results, question, isNearest } = answer;
  const asked = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  if (text === '' && results.length === 0) return [];
  if (results.length === 0) return [words(`Rien pour «\u00a0${asked}\u00a0».`)];
  if (isNearest) return [words(`Rien pour «\u00a0${asked}\u00a0». Voici les commandes les plus proches.`)];
  const count = `${results.length} résultat${results.length > 1 ? 's' : ''}`;
  if (!question.corrected) return [words(count)];
  const button = element('button', { type: 'button', className: 'as-typed', textContent: asked });
  button.addEventListener('click', askAsTyped);
  return [words(`${count} pour `), emphasis(question.corrected), words('. Chercher plutôt '), button];
}

/** The way on when nothing fits: every theme. */
export function listThemes(themes: readonly Theme[]): Node[] {
  const list = element('ul', { role: 'list' });
  list.append(
    ...themes.map(({ title, address }) => {
      const item = element('li', {});
      item.append(element('a', { href: address, textContent: title }));
      return item;
    }),
  );
  return [element('p', { textContent: 'Ou parcourez les commandes par thème\u00a0:' }), list];
}

/** What is said when search is out of reach, with a way on. */
export function describeFailure(): Node[] {
  if (import.meta.env.DEV)
    return [words('Pas encore d’index : lancez « npm run build » une fois, puis rechargez la page.')];
  const base = (document.documentElement.dataset.base ?? '/').replace(/\/$/, '');
  const all = element('a', { href: `${base}/commandes/`, textContent: 'toutes les commandes par thème' });
  return [words('La recherche est indisponible\u00a0: vérifiez la connexion, ou parcourez '), all, words('.')];
}
