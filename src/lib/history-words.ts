import type { Change } from './git-history.ts';

const LONG_DAY = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });

/** A day in French: `sayDay('2026-11-01')` → `1er novembre 2026`. */
export const sayDay = (day: string): string => LONG_DAY.format(new Date(day)).replace(/^1 /, '1er ');

/**
 * Says in French what a page went through in a day: `2 exemples ajoutés, 1 commande modifiée`, or `Texte revu` when no
 * example changed.
 */
export function sayChange({ isCreation, added, removed, rewritten, corrections }: Change): string {
  if (isCreation) return 'Page créée';
  const count = (number: number, one: string, many: string): string[] =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  const parts = [
    ...count(added, 'exemple ajouté', 'exemples ajoutés'),
    ...count(removed, 'exemple retiré', 'exemples retirés'),
    ...count(rewritten, 'commande modifiée', 'commandes modifiées'),
    ...count(corrections, 'correction des notes', 'corrections des notes'),
  ];
  return parts.length > 0 ? parts.join(', ') : 'Texte revu';
}
