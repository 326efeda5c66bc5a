import { readContent } from '../../src/lib/content/read.ts';
import type { CommandData, Effect } from '../../src/lib/schema.ts';

/** A made-up command page, as both sites are given it. */
export interface Sheet {
  /** `fiche-00001` */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly theme: string;
  readonly order: number;
  readonly intro: string;
  readonly examples: readonly { title: string; command: string; effect: Effect; note: string }[];
}

const WORDS =
  'équipe recette production plateforme facture panier catalogue livraison stock client paiement agenda journal alerte mesure sonde tableau rapport image modèle serveur passerelle annuaire session compte profil rôle quota limite mémoire disque réseau latence erreur panne reprise secours archive index carte trajet capteur usine magasin billet salle cours élève dossier patient contrat dépôt branche revue tâche sprint version étiquette clé jeton file message cache verrou lot import export'.split(
    ' ',
  );
const SYLLABLES =
  'ba bo ca co da di do fa fi ga la le li lo ma mi mo na no pa po ra ri ro sa si so ta ti to va vi vo za'.split(' ');

/** Numbers from 0 to 1, always the same for a seed (Mulberry32, public domain). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Makes command pages of five examples, whose lines are those of the real pages and whose words are drawn by lot: always
 * the same for a number, and no two alike.
 * @param content the folder `content/`
 */
export async function makeSheets(content: string, count: number): Promise<Sheet[]> {
  const real = (await readContent(content)).filter(({ path }) => /^commands\/[^/]+\/[^_]/.test(path));
  const lines = real.flatMap(({ data }) => {
    const { effect, examples } = data as CommandData;
    return examples.map((example) => ({
      title: example.title,
      command: example.command,
      effect: example.effect ?? effect,
    }));
  });
  const themes = [...new Set(real.map(({ path }) => path.split('/')[1] ?? ''))];
  const random = numbersFrom(20_261_125);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const sentence = (length: number): string => {
    const words = Array.from({ length }, () => pick(WORDS)).join(' ');
    return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}.`;
  };
  return Array.from({ length: count }, (_, index): Sheet => {
    const id = `fiche-${String(index + 1).padStart(5, '0')}`;
    const application = `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}`;
    const examples = Array.from({ length: 5 }, () => pick(lines)).map(({ title, command, effect }) => ({
      title: `${title} (${pick(WORDS)} ${pick(WORDS)})`,
      // A name of its own, so that no cache of this build knows the line.
      command: command.replace(/<(?:POD|DEPLOYMENT|SERVICE|NAME|NAMESPACE)>/, application),
      effect,
      note: sentence(12),
    }));
    return {
      id,
      title: `Fiche ${index + 1} : ${application}`,
      summary: `Commandes utiles pour ${application}, de l'équipe ${pick(WORDS)}.`,
      theme: themes[index % themes.length] ?? '',
      order: 1000 + index,
      intro: `Aide-mémoire de l'application ${application}. ${sentence(10)}`,
      examples,
    };
  });
}

/** A sheet as a file of `content/commands/`. */
export function toCommandPage({ title, summary, order, intro, examples }: Sheet): string {
  const data = {
    title,
    summary,
    effect: 'lecture',
    order,
    objects: ['pod'],
    keywords: [],
    related: ['kubectl-get'],
    source: 'https://kubernetes.io/docs/reference/kubectl/',
    aliases: [],
    examples: examples.map((example, index) => ({ id: `exemple-${index + 1}`, ...example })),
  };
  // JSON is YAML: no library is asked how to write it.
  return `---\n${Object.entries(data)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n\n${intro}\n\n## Les pièges \\{#pieges}\n\n- **${intro.split(' ').at(-1)}** ${intro}\n`;
}

/** The same sheet as a page of Starlight. */
export function toStarlightPage({ title, summary, order, intro, examples }: Sheet): string {
  const blocks = examples.map(
    ({ title: task, command, note }) => `### ${task}\n\n${note}\n\n\`\`\`bash\n${command}\n\`\`\``,
  );
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(summary)}\nsidebar:\n  order: ${order}\n---\n\n${intro}\n\n${blocks.join('\n\n')}\n\n## Les pièges\n\n- **${intro.split(' ').at(-1)}** ${intro}\n`;
}
