import { isPort, isPortName } from '../formats.ts';
import type { Path, Say } from '../problem.ts';

/** Checks the number of a port; a name is left alone. */
export function checkPort(port: unknown, path: Path, say: Say): void {
  if (typeof port === 'number' && Number.isInteger(port) && !isPort(port))
    say(path, `${port} n'est pas un port.`, 'un nombre de 1 à 65535');
}

/** Checks the name of a port. */
export function checkPortName(name: string, path: Path, say: Say): void {
  if (isPortName(name)) return;
  const isNumber = /^\d+$/.test(name);
  say(
    path,
    `« ${name} » n'est pas un nom de port.`,
    isNumber ? 'retirez les guillemets' : '15 caractères au plus : minuscules, chiffres et « - », dont une lettre',
  );
}
