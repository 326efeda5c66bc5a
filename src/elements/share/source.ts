import registry from 'virtual:placeholders';
import { writeFragment } from '../../lib/shared-values.ts';
import type { Shared } from '../../lib/share.ts';
import { fillCommand, placeholdersOf, type Values } from '../../lib/values.ts';
import { currentValues } from '../values.ts';

/** What the menu beside a link shares, with the reader's values but the secret ones. */
export interface Source extends Shared {
  /** The same address with the values that the example or the section uses; none when it uses none. */
  readonly filledAddress: string | undefined;
  /** The secret placeholders whose value was left out: `['PASSWORD']`. */
  readonly left: readonly string[];
}

/** Reads from the page what stands around a link to an example or a heading. */
export function readSource(link: HTMLAnchorElement): Source {
  const example = link.closest<HTMLElement>('[data-example]');
  const heading = link.closest<HTMLElement>('h2, h3, h4');
  const command = example?.dataset.command;
  const title = (example?.querySelector('.example-title') ?? heading)?.textContent.trim() ?? document.title;
  const used = command ? placeholdersOf(command) : sectionCommands(heading).flatMap(placeholdersOf);
  const all = currentValues();
  const left = used.filter((name) => registry[name]?.isSecret && all[name]);
  const values = pick(
    all,
    used.filter((name) => !left.includes(name)),
  );
  const address = link.href;
  const [page = '', anchor = ''] = address.split('#');
  return {
    title,
    command: command && fillCommand(command, values),
    address,
    filledAddress: Object.keys(values).length > 0 ? page + writeFragment(anchor, values) : undefined,
    left,
  };
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries([...new Set(names)].flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}

/** The commands under a heading, until the next one of its level or above. */
function sectionCommands(heading: HTMLElement | null): string[] {
  const commands: string[] = [];
  for (let next = heading?.nextElementSibling; next; next = next.nextElementSibling) {
    if (/^H[1-6]$/.test(next.tagName) && next.tagName <= (heading?.tagName ?? '')) break;
    const own = next.matches('[data-command]') ? [next] : [];
    for (const element of [...own, ...next.querySelectorAll('[data-command]')])
      commands.push(element.getAttribute('data-command') ?? '');
  }
  return commands;
}
