/** What the cheat sheet adds with script: filling in the reader's values, and printing. */
class CarnetSheet extends HTMLElement {
  connectedCallback(): void {
    const valuesButton = document.querySelector<HTMLButtonElement>('carnet-values button');
    this.replaceChildren(
      button('Imprimer ou enregistrer en PDF', () => {
        print();
      }),
      button('Remplir avec mes valeurs', () => valuesButton?.click()),
    );
  }
}

function button(text: string, act: () => void): HTMLButtonElement {
  const created = document.createElement('button');
  created.type = 'button';
  created.textContent = text;
  created.addEventListener('click', act);
  return created;
}

customElements.define('carnet-sheet', CarnetSheet);
