import type { SearchRecord } from '../../src/lib/search/records.ts';

const TASKS = ['Lister', 'Supprimer', 'Modifier', 'Redémarrer', 'Décrire', 'Exposer', 'Étiqueter', 'Attendre'];
const VERBS = ['get', 'delete', 'edit', 'rollout restart', 'describe', 'expose', 'label', 'wait'];
const KINDS = ['pod', 'deployment', 'service', 'node', 'secret', 'configmap', 'job', 'statefulset', 'ingress'];
const SYLLABLES = ['ba', 'co', 'du', 'fe', 'gi', 'lo', 'ma', 'ni', 'po', 'ra', 'si', 'tu', 've', 'zo'];

/** A made-up word, the same for the same number, as many as one wants. */
function makeWord(number: number): string {
  let rest = number + 200;
  let word = '';
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

/**
 * Makes examples as a site that grew would hold: eight on a page, tasks of usual words and, as in any language, words
 * that are rarer and rarer.
 */
export function makeExamples(count: number): SearchRecord[] {
  return Array.from({ length: count }, (_, number) => {
    const pick = <T>(list: readonly T[], step: number): T => list[Math.floor(number / step) % list.length] as T;
    const verb = number % TASKS.length;
    const kind = pick(KINDS, TASKS.length);
    // Zipf: the word of rank r comes every r examples.
    const common = makeWord(Math.floor(1 / (((number * 7919) % 9973) / 9973 + 0.002)));
    const rare = makeWord(Math.floor(number / 3));
    const page = Math.floor(number / 8);
    return {
      address: `/commandes/fiche-${page}/#exemple-${number}`,
      title: `${TASKS[verb] ?? ''} un ${kind} de ${common} selon ${rare}`,
      command: `kubectl ${VERBS[verb] ?? ''} ${kind} <NAME> -n <NAMESPACE> --selector=app=${rare}`,
      effect: verb === 1 ? 'suppression' : verb === 0 || verb === 4 ? 'lecture' : 'modification',
      objects: ['pod'],
      theme: 'Explorer le cluster',
      page: `${kind} ${common}`,
      summary: `Ce que fait la commande sur un ${kind} de ${common}.`,
      keywords: [`${common} ${kind}`, rare],
      pageKeywords: [common, kind],
      asked: [0, 1, 2, 3].map(
        (way) => `${makeWord((number * 31 + way) % 997)} ${kind} ${makeWord((number + way * 7) % 211)}`,
      ),
      order: number % 8,
    };
  });
}

/** Questions on made-up examples: usual words, rare ones, a misspelt one. */
export function makeQuestions(count: number): string[] {
  return [40, 400, 0.3 * count, 0.6 * count, 0.9 * count].flatMap((number) => {
    const rare = makeWord(Math.floor(number / 3));
    return [`lister les pods ${rare}`, `redémarrer un deployment ${makeWord(Math.floor(number % 90))}`, `${rare}x`];
  });
}
