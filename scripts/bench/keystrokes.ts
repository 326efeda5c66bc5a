import type { Page } from 'playwright';

/** What readers type to find commands: words, typos, a whole question, a pasted line. */
export const QUESTIONS = [
  'rollback',
  'revenir en arrière',
  'mettre à l’échelle',
  '--replicas',
  'supprimer un service',
  'rolback deploiment',
  'se connecter à un conteneur',
  'kubectl rollout undo deployment/boutique -n prod',
  'get pod logs',
  'jsonpath nodePort',
  'comment voir les événements triés par date ?',
  'decode secret',
];

/**
 * Types each question key by key, as fast as results come, and times each key: from the event to the results in the page.
 * @param times how often all questions are typed
 * @returns milliseconds a key, in their order
 */
export function timeKeystrokes(page: Page, questions: readonly string[], times: number): Promise<number[]> {
  return page.evaluate(
    async ({ texts, rounds }) => {
      const input = document.querySelector<HTMLInputElement>('main carnet-search input');
      const list = document.querySelector<HTMLElement>('main [data-search-results]');
      if (!input || !list) throw new Error('The search page has no field.');
      const taken: number[] = [];
      for (let round = 0; round < rounds; round += 1)
        for (const text of texts)
          for (let length = 1; length <= text.length; length += 1) {
            input.value = text.slice(0, length);
            const start = performance.now();
            const done = new Promise<number>((resolve) => {
              new MutationObserver((_, observer) => {
                if (list.getAttribute('aria-busy') !== 'false') return;
                observer.disconnect();
                resolve(performance.now());
              }).observe(list, { attributes: true, attributeFilter: ['aria-busy'] });
            });
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));
            taken.push((await done) - start);
            // A frame between two keys, so that what is painted is not timed with the next one.
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
          }
      return taken;
    },
    { texts: questions, rounds: times },
  );
}

/** The value under which a share of the numbers lies: `quantile([1, 2, 3], 0.5)` → 2. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
