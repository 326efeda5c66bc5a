import registry from 'virtual:placeholders';
import { announce } from '../clipboard.ts';
import { clearValues, isRemembered, noteValues, onChange, ownValues } from '../values.ts';
import { createField, hintOf, isSecret, labelOf } from './field.ts';
import { nameOf } from './show.ts';

let dialog: HTMLDialogElement | undefined;

/** Opens « Mes valeurs »: the placeholders of this page, those that have a value, and behind a fold all the others. */
export function openPanel(): void {
  dialog ??= createDialog();
  fill(dialog);
  dialog.showModal();
}

function createDialog(): HTMLDialogElement {
  const created = document.createElement('dialog');
  created.className = 'values-dialog';
  created.setAttribute('aria-labelledby', 'valeurs-titre');
  created.addEventListener('click', (event) => {
    if (event.target === created) created.close();
  });
  onChange(() => {
    tellWhere(created);
  });
  document.body.append(created);
  return created;
}

function fill(panel: HTMLDialogElement): void {
  const here = [...new Set([...document.querySelectorAll<HTMLElement>('.tok-placeholder')].map(nameOf))];
  const set = Object.keys(ownValues()).filter((name) => !here.includes(name));
  const others = Object.keys(registry).filter((name) => !here.includes(name) && !set.includes(name));
  const title = element('h2', 'Mes valeurs');
  title.id = 'valeurs-titre';
  const form = element('form');
  form.method = 'dialog';
  form.append(...group('Dans cette page', here), ...group('Dans d’autres pages', set));
  if (others.length > 0) {
    const fold = element('details');
    fold.append(element('summary', form.childElementCount > 0 ? 'Tous les autres' : 'Tous les mots à remplir'));
    fold.append(...others.map(createRow));
    form.append(fold);
  }
  form.append(createFoot(panel));
  panel.replaceChildren(
    title,
    element('p', 'Ce que vous écrivez ici remplit toutes les commandes du carnet, et ce que vous copiez.'),
    form,
  );
  tellWhere(panel);
}

function group(title: string, names: readonly string[]): HTMLElement[] {
  return names.length > 0 ? [element('h3', title), ...names.map(createRow)] : [];
}

function createRow(name: string): HTMLElement {
  const row = element('div');
  row.className = 'value-row';
  const input = createField(name);
  input.id = `valeur-${name}`;
  const label = element('label', `${labelOf(name)} `);
  label.htmlFor = input.id;
  label.append(element('code', `<${name}>`));
  if (isSecret(name)) label.append(element('small', ' jamais retenu ni partagé'));
  const hint = element('output');
  hint.id = `valeur-${name}-aide`;
  input.setAttribute('aria-describedby', hint.id);
  const clear = element('button', 'Effacer');
  clear.type = 'button';
  clear.setAttribute('aria-label', `Effacer ${labelOf(name)}`);
  const refresh = (): void => {
    hint.textContent = hintOf(name, input.value);
    clear.hidden = input.value === '';
  };
  clear.addEventListener('click', () => {
    input.value = '';
    input.dispatchEvent(new Event('input'));
    input.focus();
  });
  input.addEventListener('input', refresh);
  refresh();
  row.append(label, input, clear, hint);
  return row;
}

function createFoot(panel: HTMLDialogElement): HTMLElement {
  const foot = element('div');
  foot.className = 'values-foot';
  const where = element('p');
  where.dataset.where = '';
  const clear = element('button', 'Tout effacer');
  clear.type = 'button';
  clear.addEventListener('click', () => {
    const restore = noteValues();
    clearValues();
    fill(panel);
    offerBack(panel, restore);
  });
  const close = element('button', 'Fermer');
  close.className = 'is-main';
  foot.append(where, clear, close);
  return foot;
}

/** Nothing is lost at one click: what was cleared can come back while the panel is open. */
function offerBack(panel: HTMLDialogElement, restore: () => void): void {
  const back = element('button', 'Rétablir');
  back.type = 'button';
  back.addEventListener('click', () => {
    restore();
    fill(panel);
    panel.querySelector('input')?.focus();
  });
  panel.querySelector('.values-foot button')?.replaceWith(back);
  back.focus();
  announce('Valeurs effacées');
}

function tellWhere(panel: HTMLDialogElement): void {
  const where = panel.querySelector('[data-where]');
  if (!where) return;
  where.textContent = isRemembered()
    ? 'Gardées sur cet appareil seulement.'
    : 'Ce navigateur refuse de les garder\u00a0: elles valent jusqu’à la fin de cette page.';
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = ''): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  if (text) created.textContent = text;
  return created;
}
