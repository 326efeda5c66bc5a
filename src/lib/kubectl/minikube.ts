import type { Part } from './parts.ts';
import type { ShellWord } from './shell.ts';

/** The subcommands of minikube whose second word is one too. Source: minikube.sigs.k8s.io/docs/commands. */
const PARENTS = ['addons', 'image', 'service', 'config', 'profile'];
const SUBCOMMANDS = /^(list|enable|disable|load|build|ls|rm)$/;
/** Short flags by the long one that they stand for; each takes the next word. */
const SHORT: Readonly<Record<string, string>> = { p: 'profile', n: 'namespace', t: 'tag', o: 'output' };

/**
 * Reads the words after `minikube`. Its grammar cannot be asked of a program here: long flags are read as written with `=`.
 * @param readKubectl reads what follows `minikube kubectl --`
 */
export function readMinikube(
  words: readonly ShellWord[],
  readKubectl: (words: readonly ShellWord[]) => Part[],
): Part[] {
  const parts: Part[] = [{ kind: 'tool', text: 'minikube' }];
  let path = '';
  let hasArgument = false;
  const left = [...words];
  for (let word = left.shift(); word; word = left.shift()) {
    if (word.value === '--')
      return [...parts, { kind: 'end', text: '--', path: `minikube ${path}` }, ...readKubectl(left)];
    if (/^-./.test(word.value)) {
      const [name = '', value] = word.value.replace(/^--?/, '').split(/=(.*)/s, 2);
      const long = SHORT[name];
      const next = long && value === undefined ? left.shift() : undefined;
      const given = next ?? (value === undefined ? undefined : { text: value, value });
      parts.push({
        kind: 'flag',
        tool: 'minikube',
        path,
        flag: long ? { long, short: name } : { long: name },
        text: word.text,
        isAttached: next === undefined,
        ...(given && { value: { text: given.text, value: given.value } }),
      });
    } else if (path === '' || (!hasArgument && PARENTS.includes(path) && SUBCOMMANDS.test(word.value))) {
      path = `${path} ${word.value}`.trim();
      parts.push({ kind: 'command', text: word.text, tool: 'minikube', path });
    } else {
      hasArgument = true;
      parts.push({ kind: 'argument', text: word.text, value: word.value, role: 'value', path: `minikube ${path}` });
    }
  }
  return parts;
}
