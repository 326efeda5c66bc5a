// Each link to an example or a section gets a button that opens its share menu; the menu is downloaded at the first click.
for (const link of document.querySelectorAll('a[data-copy-link]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'share';
  button.ariaHasPopup = 'menu';
  button.ariaExpanded = 'false';
  button.ariaLabel = (link.ariaLabel ?? '').replace(/^Lien( vers)?/, 'Partager');
  if (link.matches('.anchor')) button.classList.add('anchor');
  else button.textContent = 'Partager';
  button.addEventListener(
    'click',
    () =>
      void import('./share/menu.ts').then(({ toggleMenu }) => {
        toggleMenu(button, link as HTMLAnchorElement);
      }),
  );
  link.after(button);
}

export {};
