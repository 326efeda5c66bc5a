import { copyText } from './clipboard.ts';

/** Adds « Copier » to a command line. What is copied was computed at build, in `data-command`. */
class CarnetCommand extends HTMLElement {
  connectedCallback(): void {
    const command = this.dataset.command;
    if (command === undefined || this.querySelector('button.copy')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copier';
    button.addEventListener('click', () => void copyText(command, button, 'Commande copiée'));
    (this.querySelector('.command-tools') ?? this).prepend(button);
    // In a row, the button comes after the line that it copies.
    if (this.classList.contains('row')) this.append(button);
  }
}

customElements.define('carnet-command', CarnetCommand);
