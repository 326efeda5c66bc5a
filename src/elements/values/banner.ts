import registry from 'virtual:placeholders';
import { readFragment } from '../../lib/shared-values.ts';
import { announce } from '../clipboard.ts';
import { keepShared, ownValues, sharedValues, showShared } from '../values.ts';

/** The fragment that was read last: going to its anchor changes the address twice, which must not read it again. */
let read = '';

/** Shows the values that the address holds, goes to its example, and tells the reader where they come from. */
export function readAddress(): void {
  const { hash } = location;
  if (!hash.includes('&v:') || hash === read) return;
  read = hash;
  const { anchor, values, ignored } = readFragment(hash, (name) => Object.hasOwn(registry, name));
  if (anchor) {
    // The browser itself goes to the example and marks it; then the address is again the one that was shared.
    location.replace(`#${anchor}`);
    history.replaceState(history.state, '', hash);
  }
  const own = ownValues();
  const news = Object.fromEntries(Object.entries(values).filter(([name, value]) => own[name] !== value));
  document.querySelector('.values-banner')?.remove();
  showShared(news);
  if (Object.keys(news).length > 0 || ignored > 0) showBanner(anchor, ignored);
}

function showBanner(anchor: string, ignored: number): void {
  const values = Object.entries(sharedValues());
  const banner = document.createElement('section');
  banner.className = 'values-banner';
  banner.setAttribute('aria-label', 'Valeurs du lien');
  const text = document.createElement('p');
  if (values.length > 0) text.append('Ce lien remplit les commandes avec les valeurs de qui vous l’envoie\u00a0: ');
  text.append(...values.flatMap(([name, value], index) => [...(index > 0 ? [', '] : []), ...describe(name, value)]));
  if (values.length > 0) text.append('.');
  if (ignored > 0)
    text.append(
      ` ${ignored > 1 ? `${ignored} valeurs du lien sont illisibles` : 'Une valeur du lien est illisible'} et ignorée${ignored > 1 ? 's' : ''}.`,
    );
  const close = (): void => {
    banner.remove();
    read = '';
    history.replaceState(history.state, '', `${location.pathname}${location.search}${anchor && `#${anchor}`}`);
    document.getElementById('contenu')?.focus({ preventScroll: true });
  };
  banner.append(text);
  if (values.length > 0)
    banner.append(
      button('Les garder', () => {
        keepShared();
        close();
        announce('Valeurs gardées sur cet appareil');
      }),
    );
  banner.append(
    button(values.length > 0 ? 'Les retirer' : 'Fermer', () => {
      showShared({});
      close();
      announce('Valeurs du lien retirées');
    }),
  );
  document.querySelector('main')?.prepend(banner);
  announce(text.textContent);
}

function describe(name: string, value: string): (Node | string)[] {
  const own = ownValues()[name];
  const code = document.createElement('code');
  code.textContent = `<${name}>`;
  const shown = document.createElement('strong');
  shown.textContent = value;
  return [code, ' = ', shown, ...(own ? [` (la vôtre\u00a0: ${own})`] : [])];
}

function button(text: string, act: () => void): HTMLButtonElement {
  const created = document.createElement('button');
  created.type = 'button';
  created.textContent = text;
  created.addEventListener('click', act);
  return created;
}
