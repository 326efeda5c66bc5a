/**
 * Copies a text and tells the reader, in the control itself and to assistive technology.
 * Where the browser refuses the clipboard, the text is offered selected, so that Ctrl+C works.
 */
export async function copyText(text: string, control: HTMLElement, told: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    window.prompt('Votre navigateur refuse le presse-papiers. Copiez avec Ctrl+C :', text);
    return;
  }
  announce(told);
  control.dataset.copied = '';
  setTimeout(() => delete control.dataset.copied, 1600);
}

/** Says a sentence to assistive technology, without moving the focus. */
function announce(sentence: string): void {
  const region = document.getElementById('annonces');
  if (!region) return;
  region.textContent = '';
  // An unchanged text is not read again: the empty one must be seen first.
  setTimeout(() => (region.textContent = sentence), 50);
}
