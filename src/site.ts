/** Identity of the site. */
export const SITE = {
  name: 'Carnet Kubernetes',
  description:
    'Les notes Kubernetes de l’équipe, en français\u00a0: trouver, comprendre, copier et partager une commande kubectl.',
} as const;

/** A folder of notes under `content/`, and where its pages live. */
interface NoteSection {
  readonly folder: string;
  readonly slug: string;
  readonly title: string;
}

/** The sections of notes, in reading order: `content/objects/` is served under `/objets/`. */
export const NOTE_SECTIONS = [
  { folder: 'introduction', slug: 'introduction', title: 'Introduction' },
  { folder: 'architecture', slug: 'architecture', title: 'Architecture' },
  { folder: 'objects', slug: 'objets', title: 'Objets' },
  { folder: 'controllers', slug: 'controleurs', title: 'Contrôleurs' },
  { folder: 'debug', slug: 'deboguer', title: 'Déboguer' },
  { folder: 'tutorials', slug: 'tutoriels', title: 'Tutoriels' },
] as const satisfies readonly NoteSection[];

/** The section that starts from a symptom; the home page shows its pages one by one. */
export const DEBUGGING = '/deboguer/';

/** The folder names of {@link NOTE_SECTIONS}: `['introduction', …]`. */
export const NOTE_FOLDERS = NOTE_SECTIONS.map((section) => section.folder);

/** Questions offered under the home search field: what readers really ask. */
export const SAMPLE_QUESTIONS = [
  'se connecter à un conteneur',
  'rollback',
  'exposer un service',
  'changer le nombre de réplicas',
  'voir les journaux',
] as const;

/** Examples shown on the home page, as `<command id>#<example id>`. */
export const EVERYDAY_EXAMPLES = [
  'kubectl-get#namespace',
  'kubectl-logs#suivre',
  'kubectl-exec#shell',
  'kubectl-apply#fichier',
  'kubectl-scale#replicas',
  'kubectl-set-image#image',
  'kubectl-rollout-undo#derniere',
  'kubectl-port-forward#service',
] as const;
