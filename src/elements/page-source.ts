// Under the page, a button that copies it as Markdown: what it gives is fetched at the click.
const place = document.querySelector('[data-page-source]');
if (place) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copier la page en Markdown';
  button.addEventListener('click', () => void import('./copy-page.ts').then(({ copyPage }) => copyPage(button)));
  place.append(button);
}

export {};
