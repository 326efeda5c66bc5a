import { once } from '../lib/once.ts';
import type { Effect } from '../lib/schema.ts';
import { SITE } from '../site.ts';
import { UI } from '../ui.ts';
import { getCommands, getThemes } from './commands.ts';
import { getCoverage } from './coverage.ts';
import { getExplainedManifests } from './explained-manifests.ts';
import { getSections } from './notes.ts';
import type { PageLink } from './pages.ts';

/** A page that search engines, chats and machines are told of. */
export interface PublicPage extends PageLink {
  readonly summary: string;
  /** What stands above it: `Mises à jour`. */
  readonly section?: string;
  /** What its command does to the cluster. */
  readonly effect?: Effect;
  /** The files whose change changes the page, from the root of the project, the one to edit first; none for a list of others. */
  readonly files: readonly string[];
  /** How many corrections of the notes the page shows under `#corrections`. */
  readonly corrections?: number;
}

/** The pages that no content file makes. */
export const getSitePages = once(
  async (): Promise<
    Readonly<Record<'home' | 'commands' | 'cheatSheet' | 'corrections' | 'coverage' | 'versions', PublicPage>>
  > => {
    const count = (await getCommands()).flatMap((command) => command.examples).length;
    const coverage = await getCoverage();
    const covered = coverage.commands.filter(({ examples }) => examples.length > 0).length;
    const who = covered === coverage.commands.length ? `Les ${covered}` : `${covered} des ${coverage.commands.length}`;
    return {
      home: { address: '/', title: SITE.name, summary: SITE.description, files: [] },
      commands: {
        address: '/commandes/',
        title: UI.allCommands,
        summary: `Les ${count} exemples du carnet, par thème, chacun à copier ou à partager.`,
        files: [],
      },
      cheatSheet: {
        address: '/antiseche/',
        title: UI.cheatSheet,
        summary:
          'Les commandes de tous les jours, sur deux pages à imprimer, remplies avec vos valeurs si vous en avez donné.',
        files: ['content/cheatsheet.yaml'],
      },
      corrections: {
        address: '/corrections/',
        title: UI.corrections,
        summary: 'Ce que les notes d’origine disaient de faux ou de dépassé, ce qui est vrai aujourd’hui, et pourquoi.',
        files: [],
      },
      coverage: {
        address: '/couverture/',
        title: UI.coverage,
        summary: `${who} commandes de kubectl ${coverage.version} ont au moins un exemple dans le carnet.`,
        files: [],
      },
      versions: {
        address: '/versions/',
        title: UI.versions,
        summary:
          'Ce qu’une version de kubectl ajoute, retire ou déconseille, et les exemples du carnet que cela touche.',
        files: [],
      },
    };
  },
);

/** Every page but search and the 404, in reading order. */
export const getPublicPages = once(async (): Promise<readonly PublicPage[]> => {
  const { home, commands, cheatSheet, corrections, coverage, versions } = await getSitePages();
  const notes = (await getSections()).flatMap((section) =>
    section.pages.map(({ address, title, summary, data, entry }): PublicPage => {
      const manifest = data.manifest && `content/${entry.id.split('/')[0] ?? ''}/manifests/${data.manifest.file}`;
      return {
        address,
        title,
        summary,
        section: section.title,
        files: [`content/${entry.id}.mdx`, ...(manifest ? [manifest] : [])],
        corrections: data.corrections.length,
      };
    }),
  );
  const themes = (await getThemes()).flatMap((theme): PublicPage[] => [
    {
      address: theme.address,
      title: theme.title,
      summary: theme.summary,
      section: UI.commands,
      files: [`content/commands/${theme.entry.id}.mdx`],
    },
    ...theme.commands.map(({ address, title, summary, examples, data, entry }) => ({
      address,
      title,
      summary,
      command: examples[0].command,
      effect: examples[0].effect,
      section: theme.title,
      files: [`content/commands/${entry.id}.mdx`],
      corrections: data.corrections.length,
    })),
  ]);
  const manifests = (await getExplainedManifests()).map(({ file, pageAddress, page }): PublicPage => ({
    address: pageAddress,
    title: `Le manifeste ${file}, ligne par ligne`,
    summary: `Le manifeste de la page ${page.title}, et ce que veut dire chacun de ses champs.`,
    section: page.title,
    files: [`content/${page.entry.id.split('/')[0] ?? ''}/manifests/${file}`, 'content/fields.yaml'],
  }));
  return [home, ...notes, ...manifests, commands, ...themes, cheatSheet, corrections, coverage, versions];
});

const getByAddress = once(
  async (): Promise<ReadonlyMap<string, PublicPage>> =>
    new Map((await getPublicPages()).map((page) => [page.address, page])),
);

/** The page at an address, base path left out: `/objets/pod/`; undefined for search and the 404. */
export async function getPublicPage(address: string): Promise<PublicPage | undefined> {
  return (await getByAddress()).get(address);
}
