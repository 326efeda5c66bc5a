import type { Language } from '../../lib/search/language.ts';

/** A text with the words that were asked in `<mark>`; text nodes only, so that nothing in it is read as markup. */
export function markWords(text: string, asked: ReadonlySet<string>, language: Language): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const { token, start, end } of language.read(text)) {
    if (!token || !asked.has(token) || start < done) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    nodes.push(document.createTextNode(text.slice(done, start)), mark);
    done = end;
  }
  nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}

/** The verb, with its own when it has some: `kubectl rollout undo`. */
const PARTS =
  /^(?<command>(?:kubectl|minikube)(?: (?:addons|apply|auth|certificate|cluster-info|config|create|image|kuberc|plugin|rollout|set)(?= [a-z]))?(?: [a-z][a-z-]*)?)|(?<placeholder><[A-Z][A-Z0-9_]*>)|(?<=\s)(?<flag>--?[A-Za-z][\w-]*=?)/g;

/** A command line in the colours of the pages: its command, flags and placeholders. */
export function colourCommand(command: string): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const match of command.matchAll(PARTS)) {
    const kind =
      Object.entries(match.groups ?? {}).find(([, text]: [string, string | undefined]) => text)?.[0] ?? 'command';
    const part = document.createElement('span');
    part.className = `tok-${kind}`;
    part.textContent = match[0];
    nodes.push(document.createTextNode(command.slice(done, match.index)), part);
    done = match.index + match[0].length;
  }
  nodes.push(document.createTextNode(command.slice(done)));
  return nodes;
}
