import { announce, copyText } from './clipboard.ts';

/** Copies the page's twin in Markdown, and says so. */
export async function copyPage(button: HTMLElement): Promise<void> {
  const response = await fetch('index.md').catch(() => undefined);
  if (response?.ok) await copyText(await response.text(), button, 'Page copiée en Markdown');
  else announce('La page n’a pas pu être copiée\u00a0: vérifiez la connexion.');
}
