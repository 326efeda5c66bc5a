/** The longest line that is read at a glance in a list of links, in characters. */
const GLANCE = 40;

/** The words of a command before its first flag, placeholder or object: `kubectl rollout undo`, from 1 to 4 words. */
function leadingWords(line: string): string[] {
  const words = line.split(' ');
  const end = words.findIndex((word) => !/^[a-z][a-z-]*$/.test(word));
  return words.slice(0, end === -1 ? 4 : Math.min(end, 4));
}

/**
 * How prose names the command of a page, when the page is about a whole command: `kubectl-rollout-undo`, whose lines start
 * with `kubectl rollout undo` → those words; undefined for a page about one use of a command, such as `kubectl-get-filter`.
 */
export function commandName(id: string, lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const words = leadingWords(line);
    for (let count = words.length; count > 1; count -= 1) {
      if (words.slice(0, count).join('-') === id) return words.slice(0, count).join(' ');
    }
  }
  return undefined;
}

/**
 * What a list of links shows of a command: the line, or as many of its words as are read at a glance, its first long value
 * left out: `kubectl get pods -o jsonpath=…`
 */
export function glimpse(line: string): string {
  if (line.length <= GLANCE) return line;
  let shown = '';
  for (const word of line.split(' ')) {
    if (shown.length + word.length + 1 > GLANCE - 2 || /='[^']*$/.test(word)) {
      const flag = /^--?[\w-]+=|^[\w-]+=/.exec(word)?.[0] ?? '';
      return shown.length + flag.length + 2 > GLANCE ? `${shown} …` : `${shown} ${flag}…`;
    }
    shown += shown ? ` ${word}` : word;
  }
  return shown;
}
