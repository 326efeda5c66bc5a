import { MINIKUBE, readMinikubeFlags, type MinikubeCommand } from './minikube-grammar.ts';
import type { Part } from './parts.ts';
import type { ShellWord } from './shell.ts';

/**
 * Reads the words after `minikube`, by the grammar of its command pages; what they do not know stays as it is written:
 * check-minikube.ts refuses it.
 * @param readKubectl reads what follows `minikube kubectl --`
 */
export function readMinikube(
  words: readonly ShellWord[],
  readKubectl: (words: readonly ShellWord[]) => Part[],
): Part[] {
  const parts: Part[] = [{ kind: 'tool', text: 'minikube' }];
  let command: MinikubeCommand | undefined = MINIKUBE.get('');
  let hasArgument = false;
  const left = [...words];
  for (let word = left.shift(); word && command; word = left.shift()) {
    const { path } = command;
    if (word.value === '--')
      return [...parts, { kind: 'end', text: '--', path: `minikube ${path}` }, ...readKubectl(left)];
    const below: MinikubeCommand | undefined = hasArgument ? undefined : MINIKUBE.get(`${path} ${word.value}`.trim());
    if (/^-./.test(word.value)) {
      const read = readMinikubeFlags(word.value, left[0]?.value, command);
      const next = read.some(({ tookNext }) => tookNext) ? left.shift() : undefined;
      for (const { name, flag, value } of read) {
        const long = flag?.long ?? name.replace(/^-+/, '');
        parts.push({
          kind: 'flag',
          tool: 'minikube',
          path,
          flag: flag?.short === undefined ? { long } : { long, short: flag.short },
          text: word.text,
          isAttached: next === undefined,
          ...(value !== undefined && { value: { text: next?.text ?? value, value } }),
        });
      }
    } else if (below) {
      command = below;
      parts.push({ kind: 'command', text: word.text, tool: 'minikube', path: below.path });
    } else {
      hasArgument = true;
      parts.push({ kind: 'argument', text: word.text, value: word.value, role: 'value', path: `minikube ${path}` });
    }
  }
  return parts;
}
