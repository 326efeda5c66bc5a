import { copyCommand } from './clipboard.ts';

/**
 * Adds « Copier » to a command line. What is copied was computed at build, in `data-command`; once the reader's values
 * are in it, it is in `data-filled`.
 */
class CarnetCommand extends HTMLElement {
  connectedCallback(): void {
    const { command } = this.dataset;
    if (command === undefined || this.querySelector('button.copy')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copier';
    button.addEventListener('click', () => {
      const { filled = command, effect } = this.dataset;
      void copyCommand(filled, effect, button);
    });
    (this.querySelector('.command-tools') ?? this).prepend(button);
    // In a row, the button comes after the line that it copies.
    if (this.classList.contains('row')) this.append(button);
  }
}

customElements.define('carnet-command', CarnetCommand);
