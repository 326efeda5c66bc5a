import styles from '../../styles/share.css?url';
import { toMarkdown, toText } from '../../lib/share.ts';
import { copyText } from '../clipboard.ts';
import { loadStyle } from '../load-style.ts';
import { placeUnder } from '../place.ts';
import { readSource, type Source } from './source.ts';

await loadStyle(styles);

/** A line of the menu: what it is called, what it gives, and what choosing it does. */
interface Choice {
  readonly name: string;
  readonly gives: string;
  readonly choose: (button: HTMLElement) => Promise<void>;
}

const menu = document.createElement('div');
menu.className = 'share-menu';
menu.id = 'partager';
menu.popover = 'auto';
menu.role = 'menu';
(document.querySelector('main') ?? document.body).append(menu);
let opener: HTMLElement | undefined;

menu.addEventListener('toggle', (event) => {
  const isOpen = event.newState === 'open';
  if (opener) opener.ariaExpanded = String(isOpen);
  if (!isOpen && menu.contains(document.activeElement)) opener?.focus();
});
menu.addEventListener('keydown', onKey);
menu.addEventListener('focusout', (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.hidePopover();
});

/** Opens the menu of a link under its button, or closes it. The menu button pattern of the WAI-ARIA practices. */
export function toggleMenu(button: HTMLElement, link: HTMLAnchorElement): void {
  if (menu.matches(':popover-open') && opener === button) {
    menu.hidePopover();
    return;
  }
  menu.hidePopover();
  opener = button;
  menu.ariaLabel = button.ariaLabel;
  menu.replaceChildren(...choicesOf(readSource(link)).map(createItem));
  button.setAttribute('aria-controls', menu.id);
  menu.showPopover();
  placeUnder(button, menu);
  items()[0]?.focus();
}

function choicesOf(source: Source): Choice[] {
  const { title, command, address, filledAddress, left } = source;
  const copies = (text: string, told: string) => (button: HTMLElement) => copyText(text, button, told);
  const secret = left.length > 0 ? `, sans ${left.map((name) => `<${name}>`).join(', ')}` : '';
  return [
    { name: 'Lien', gives: 'l’adresse', choose: copies(address, 'Lien copié') },
    ...(filledAddress
      ? [
          {
            name: 'Lien avec mes valeurs',
            gives: `l’adresse, remplie${secret}`,
            choose: copies(filledAddress, `Lien avec vos valeurs copié${secret}`),
          },
        ]
      : []),
    {
      name: 'Texte',
      gives: command ? 'tâche\u00a0: commande — adresse' : 'titre — adresse',
      choose: copies(toText(source), 'Texte copié'),
    },
    { name: 'Markdown', gives: 'GitLab, GitHub, Slack', choose: copies(toMarkdown(source), 'Markdown copié') },
    // Not in every browser, whatever the type says.
    ...('share' in navigator
      ? [
          {
            name: 'Partager…',
            gives: 'une application',
            choose: (button: HTMLElement) => shareWithSystem(button, { title, text: command ?? title, url: address }),
          },
        ]
      : []),
  ];
}

async function shareWithSystem(button: HTMLElement, data: { title: string; text: string; url: string }): Promise<void> {
  try {
    await navigator.share(data);
  } catch (error) {
    // The reader closed the sheet: nothing to say. Anything else: the link is at least copied.
    if (!(error instanceof DOMException && error.name === 'AbortError'))
      await copyText(data.url, button, 'Partage impossible ici, lien copié');
  }
}

function createItem({ name, gives, choose }: Choice): HTMLElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.role = 'menuitem';
  item.tabIndex = -1;
  const hint = document.createElement('span');
  hint.textContent = gives;
  hint.ariaHidden = 'true';
  // Said after the name, which stays one word to look for and to speak.
  item.ariaDescription = gives;
  item.append(name, hint);
  item.addEventListener('click', () => {
    const button = opener;
    menu.hidePopover();
    if (!button) return;
    button.focus();
    void choose(button);
  });
  return item;
}

function items(): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

function onKey(event: KeyboardEvent): void {
  const all = items();
  const at = all.indexOf(document.activeElement as HTMLElement);
  const letter = event.key.toLowerCase();
  const rest = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  const next =
    event.key === 'ArrowDown'
      ? all[(at + 1) % all.length]
      : event.key === 'ArrowUp'
        ? all.at(at - 1)
        : event.key === 'Home'
          ? all[0]
          : event.key === 'End'
            ? all.at(-1)
            : letter.length === 1 && letter !== ' '
              ? rest.find((item) => item.textContent.toLowerCase().startsWith(letter))
              : undefined;
  if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  next.focus();
}
