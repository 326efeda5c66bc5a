import { copyText } from './clipboard.ts';

// The links to a heading or an example work as links; with script they also copy their address.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-copy-link]') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  void copyText(link.href, link, 'Lien copié');
  // An example shown on another page links to its own: copying it must not leave this one.
  if (link.pathname !== location.pathname) event.preventDefault();
});

export {};
