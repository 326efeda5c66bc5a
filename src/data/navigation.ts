import { DEBUGGING } from '../site.ts';
import { UI } from '../ui.ts';
import { getThemes } from './commands.ts';
import { getSections } from './notes.ts';

/** A line of the sidebar; `children` are shown while the reader is in that section. */
export interface NavigationLink {
  readonly address: string;
  readonly title: string;
  readonly children?: readonly NavigationLink[];
}

/** A titled group of the sidebar. */
export interface NavigationGroup {
  readonly title: string;
  readonly links: readonly NavigationLink[];
}

/**
 * The sidebar. Commands are not listed one by one: a page must not grow with the site.
 */
export async function getNavigation(): Promise<readonly NavigationGroup[]> {
  const sections = (await getSections()).map(({ address, title, pages }) => ({
    address,
    title,
    children: pages
      .filter((page) => page.address !== address)
      .map((page) => ({ address: page.address, title: page.title })),
  }));
  const isTutorial = ({ address }: NavigationLink): boolean => address === '/tutoriels/';
  const isDebugging = ({ address }: NavigationLink): boolean => address === DEBUGGING;
  const themes = (await getThemes()).map(({ address, title }) => ({ address, title }));
  return [
    { title: UI.understand, links: sections.filter((section) => !isTutorial(section) && !isDebugging(section)) },
    {
      title: UI.commands,
      links: [
        { address: '/commandes/', title: UI.allCommands },
        { address: '/antiseche/', title: UI.cheatSheet },
        ...themes,
      ],
    },
    {
      title: UI.practise,
      links: [
        ...sections.filter(isDebugging),
        ...sections.filter(isTutorial).flatMap((section) => section.children),
        { address: '/corrections/', title: UI.corrections },
      ],
    },
  ];
}
