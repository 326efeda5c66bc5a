import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSheets, toCommandPage, toStarlightPage } from './corpus.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the project, so that its packages are found. */
const BENCH = join(PROJECT, '.cache', 'bench');
const STARLIGHT = { '@astrojs/starlight': '0.42.4', astro: '7.3.5', sharp: '0.35.5' };

/** A site to build and measure. */
export interface Site {
  readonly name: string;
  readonly folder: string;
  readonly dist: string;
  /** Astro's own command. */
  readonly astro: string;
  /** Where it keeps what a next build need not make again. */
  readonly caches: readonly string[];
  /** What of it is measured in a browser, by the name that both sites share. */
  readonly pages: Readonly<Record<string, string>>;
}

/** A copy of the project with made-up command pages beside the real ones. */
export async function makeOurs(count: number): Promise<Site> {
  const folder = join(BENCH, `carnet-${count}`);
  rmSync(folder, { recursive: true, force: true });
  for (const path of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(PROJECT, path), join(folder, path), { recursive: true });
  for (const sheet of await makeSheets(join(PROJECT, 'content'), count))
    writeFileSync(join(folder, 'content/commands', sheet.theme, `${sheet.id}.mdx`), toCommandPage(sheet));
  return {
    name: 'carnet',
    folder,
    dist: join(folder, 'dist'),
    astro: join(PROJECT, 'node_modules/astro/bin/astro.mjs'),
    caches: ['node_modules', '.astro', '.cache'],
    pages: { home: '/', 'one command': '/commandes/kubectl-get/', 'all commands': '/commandes/' },
  };
}

/**
 * Starlight with the same made-up pages and its default theme, installed apart: it is no dependency of the project.
 * @returns undefined where it cannot be installed
 */
export async function makeStarlight(count: number): Promise<Site | undefined> {
  const folder = join(BENCH, 'starlight');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', JSON.stringify({ private: true, type: 'module', dependencies: STARLIGHT }));
  if (!existsSync(join(folder, 'node_modules/@astrojs/starlight'))) {
    try {
      execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
    } catch {
      return undefined;
    }
  }
  write(
    'astro.config.mjs',
    "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: 'Notes Kubernetes', locales: { root: { label: 'Français', lang: 'fr' } } })] });\n",
  );
  write(
    'src/content.config.ts',
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  rmSync(join(folder, 'src/content/docs'), { recursive: true, force: true });
  write(
    'src/content/docs/index.md',
    '---\ntitle: Notes Kubernetes\n---\n\n- [Une commande](/commandes/fiche-00001/)\n',
  );
  for (const sheet of await makeSheets(join(PROJECT, 'content'), count))
    write(`src/content/docs/commandes/${sheet.id}.md`, toStarlightPage(sheet));
  return {
    name: 'starlight',
    folder,
    dist: join(folder, 'dist'),
    astro: join(folder, 'node_modules/astro/bin/astro.mjs'),
    caches: ['node_modules/.astro', 'node_modules/.vite', '.astro'],
    pages: { home: '/', 'one command': '/commandes/fiche-00001/' },
  };
}

/** Makes a site forget its earlier builds. */
export function forget({ folder, dist, caches }: Site): void {
  for (const path of [dist, ...caches.map((cache) => join(folder, cache))])
    rmSync(path, { recursive: true, force: true });
}
