/**
 * Copies a text and tells the reader, in the control itself and to assistive technology.
 * Where the browser has no clipboard to give, the text is shown selected in a field, so that nothing is lost.
 * @param note what the control's answer adds to « Copié »: `', à remplir'`
 */
export async function copyText(text: string, control: HTMLElement, told: string, note = ''): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const { copyByHand } = await import('./copy-by-hand.ts');
    if (!copyByHand(text)) return;
  }
  announce(told);
  control.dataset.copied = note;
  setTimeout(() => delete control.dataset.copied, 1600);
}

/**
 * Copies a command as it is shown, and says so. A destructive one is never copied thoughtlessly: what is still to fill in
 * is said, and else that it will destroy.
 */
export function copyCommand(command: string, effect: string | undefined, control: HTMLElement): Promise<void> {
  const missing = /<[A-Z][A-Z0-9_]*>/.exec(command)?.[0];
  if (effect !== 'suppression') return copyText(command, control, 'Commande copiée');
  return missing
    ? copyText(
        command,
        control,
        `Commande copiée avec ${missing} à remplir\u00a0: le shell la refuse telle quelle`,
        ', à remplir',
      )
    : copyText(command, control, 'Commande de suppression copiée, avec vos valeurs');
}

/** Says a sentence to assistive technology, without moving the focus. */
export function announce(sentence: string): void {
  const region = document.getElementById('annonces');
  if (!region) return;
  region.textContent = '';
  // An unchanged text is not read again: the empty one must be seen first.
  setTimeout(() => (region.textContent = sentence), 50);
}
