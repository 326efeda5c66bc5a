import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the project, so that its packages are found; outside git, so that its pages have no history. */
const COPY = join(PROJECT, '.cache', 'sub-path');

const CARDS = '.cache/astro/cards';

/** Where the copy is served. */
export const SUB_PATH = {
  site: 'https://notes.example',
  base: '/notes-k8s/',
  edit: 'https://gitlab.example/k8s/carnet/-/edit/main/',
  dist: join(COPY, 'dist/'),
} as const;

/** What moved in the copy: the address that was published, and where it is now. */
export const MOVES: Readonly<Record<string, string>> = {
  '/objets/ancien-pod/': '/objets/pod/',
  '/objets/ancien-pod/#partage': '/objets/pod/#partage',
  '/objets/ancien-pod/#ancien-partage': '/objets/pod/#partage',
  '/objets/pod/#ancien-partage': '/objets/pod/#partage',
  '/commandes/anciennes/': '/commandes/explorer/',
  '/commandes/kubectl-get/#anciens-pods': '/commandes/kubectl-get/#pods',
  '/commandes/kubectl-get/#parti': '/commandes/kubectl-describe/#pieges',
  '/manifestes/ancien-pod/': '/manifestes/pod/',
  '/manifestes/ancien-pod/#lignes': '/manifestes/pod/#lignes',
  '/antiseche/#ancien-groupe': '/antiseche/#creer',
};

/** The same for a file, which is kept at both addresses. */
export const MOVED_FILE = ['/manifestes/ancien-pod.yaml', '/manifestes/pod.yaml'] as const;

/** Changes a file of the copy. @throws Error when it does not hold what is to be changed. */
function change(path: string, from: string, to: string): void {
  const text = readFileSync(join(COPY, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold « ${from} »`);
  writeFileSync(
    join(COPY, path),
    text.replace(from, () => to),
  );
}

/** Builds a copy of the project for a sub-path, in which a page, a heading and an example were renamed and another left. */
export function buildSubPath(): void {
  rmSync(COPY, { recursive: true, force: true });
  for (const path of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(PROJECT, path), join(COPY, path), { recursive: true });
  // What was drawn for the other build is not drawn again.
  if (existsSync(join(PROJECT, CARDS))) cpSync(join(PROJECT, CARDS), join(COPY, CARDS), { recursive: true });
  change('content/objects/pod.mdx', 'order: 10', 'order: 10\naliases: [/objets/ancien-pod/]');
  change('content/objects/pod.mdx', '{#partage}', '{#partage #ancien-partage}');
  change('content/commands/explore/_index.mdx', 'slug: ', 'aliases: [/commandes/anciennes/]\nslug: ');
  change('content/commands/explore/kubectl-get.mdx', '- id: pods', '- id: pods\n    aliases: [anciens-pods]');
  change('content/commands/explore/kubectl-get.mdx', 'moved:', 'moved:\n  parti: /commandes/kubectl-describe/#pieges');
  const moved = [
    '/manifestes/ancien-pod/: /manifestes/pod/',
    MOVED_FILE.join(': '),
    '/antiseche/#ancien-groupe: /antiseche/#creer',
  ];
  writeFileSync(join(COPY, 'content/moved.yaml'), moved.join('\n'));
  execFileSync(process.execPath, [join(PROJECT, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: COPY,
    env: { ...process.env, SITE: SUB_PATH.site, BASE: SUB_PATH.base, EDIT_URL: SUB_PATH.edit },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Builds the copy unless it is there: for tests that come after those of the built site. */
export function ensureSubPath(): void {
  if (!existsSync(SUB_PATH.dist)) buildSubPath();
}
