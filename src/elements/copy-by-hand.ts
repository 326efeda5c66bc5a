import styles from '../styles/share.css?url';
import { loadStyle } from './load-style.ts';

/** Deprecated, and nothing replaces it on a page served without HTTPS: named here, so that its type does not warn. */
interface OldClipboard {
  execCommand(name: 'copy'): boolean;
}

/**
 * Copies without the Clipboard API, which browsers keep from pages served without HTTPS: by the old command when it still
 * works, else by the reader's own hand, in a window that shows the text selected.
 * @returns whether the text is in the clipboard already
 */
export function copyByHand(text: string): boolean {
  const dialog = document.createElement('dialog');
  dialog.className = 'copy-by-hand';
  const label = document.createElement('label');
  label.textContent = 'Votre navigateur refuse le presse-papiers. Copiez avec Ctrl+C\u00a0:';
  const field = document.createElement('textarea');
  field.readOnly = true;
  field.value = text;
  field.rows = Math.min(8, text.split('\n').length + 1);
  label.append(field);
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Fermer';
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.append(label, close);
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  field.select();
  const isCopied = (document as unknown as OldClipboard).execCommand('copy');
  if (isCopied) dialog.close();
  else void loadStyle(styles);
  return isCopied;
}
