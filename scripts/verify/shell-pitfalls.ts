import { splitWords, type Word } from './shell-words.ts';

const TYPOGRAPHIC = /[“”„«»‘’‛–—\u00a0\u202f]/;
/** Variables that name something else in the container than here. */
const OF_THE_CONTAINER = /\$\{?(?:HOSTNAME|PATH|HOME|USER|PWD|SHELL|KUBERNETES_\w+)\b/;

/**
 * Finds where the shell changes what the author meant, without any program refusing: run as pasted, the line
 * does something else.
 * @param line one or several shell lines, without here-documents
 * @returns the first trap in words that an author understands, undefined when there is none
 */
export function findPitfall(line: string): string | undefined {
  if (/\\\s*$/.test(line)) return 'shell: the line ends with « \\ », and nothing follows it';
  const words = splitWords(line);
  let isInContainer = false;
  let isOfKubectl = false;
  for (const [index, word] of words.entries()) {
    if (word.isOperator) {
      isInContainer = false;
      isOfKubectl = false;
      const pitfall = findOperatorPitfall(word, words[index - 1], words[index + 1]);
      if (pitfall) return pitfall;
      continue;
    }
    isOfKubectl ||= word.text === 'kubectl';
    if (isOfKubectl && word.text === '*' && word.pieces.some(({ text, quoting }) => text === '*' && quoting === 'none'))
      return "shell: « * » is replaced by the names of the files of the folder: write '*'";
    const pitfall = findWordPitfall(word) ?? (isInContainer ? findLocalExpansion(word) : undefined);
    if (pitfall) return pitfall;
    if (word.text === '--') isInContainer = true;
  }
  return undefined;
}

function findOperatorPitfall(
  { text, isGlued }: Word,
  before: Word | undefined,
  after: Word | undefined,
): string | undefined {
  if (!isGlued || !before || before.isOperator || !after || after.isOperator || !after.isGlued) return undefined;
  if (text === '&')
    return `shell: the « & » after « ${before.text} » runs the command in the background and cuts it there: quote the argument`;
  const isFileNumber = /^\d$/.test(before.text);
  if (text === '>' && !isFileNumber && /^=?\d/.test(after.text)) {
    return `shell: the « > » after « ${before.text} » writes into a file « ${after.text} »: quote the argument`;
  }
  return undefined;
}

function findWordPitfall(word: Word): string | undefined {
  const bare = word.pieces.filter(({ quoting }) => quoting === 'none').map(({ text }) => text);
  const typographic = bare.map((text) => TYPOGRAPHIC.exec(text)?.[0]).find(Boolean);
  if (typographic)
    return `shell: « ${typographic} » is a typographic character, which the shell takes as it is: type ' " or -`;
  const glob = bare.find((text) => /\{.*\*.*\}|\[\*\]/.test(text));
  if (glob !== undefined)
    return `shell: « ${word.text} » holds a « * » that the shell looks for among the files: use single quotes`;
  const open = word.pieces.filter(({ quoting }) => quoting !== 'single').map(({ text }) => text);
  if (open.some((text) => /(?<![${[(\\])![A-Za-z0-9_/-]/.test(text))) {
    return `shell: an interactive shell reads « ! » as a call to its history (event not found): use single quotes`;
  }
  const secret = /^--(?:from-literal=[\w.-]+|docker-password|password|token)=(.*)$/s.exec(word.text)?.[1];
  const cut = secret && open.map((text) => /[A-Za-z0-9](\$(?!\w*[A-Z]{2})\w+)/.exec(text)?.[1]).find(Boolean);
  if (cut) return `shell: « ${cut} » of the value is replaced by a variable of this machine: use single quotes`;
  if (open.some((text) => text.includes('$$')))
    return `shell: « $$ » is replaced by the number of the shell: use single quotes`;
  return undefined;
}

function findLocalExpansion(word: Word): string | undefined {
  for (const { text, quoting } of word.pieces) {
    const match = quoting === 'single' ? undefined : OF_THE_CONTAINER.exec(text)?.[0];
    if (match)
      return `shell: « ${match} » is replaced on this machine, before the container sees it: use single quotes`;
  }
  return undefined;
}

/** The variables that a line reads without setting them: `['POD']` for `kubectl logs "$POD"`. */
export function findFreeVariables(line: string): string[] {
  const words = splitWords(line);
  const set = new Set<string>();
  for (const [index, { text }] of words.entries()) {
    const assigned = /^([A-Za-z_]\w*)=/.exec(text)?.[1];
    if (assigned) set.add(assigned);
    const declared = ['for', 'read'].includes(words[index - 1]?.text ?? '') ? text : undefined;
    if (declared) set.add(declared);
  }
  const names = words.flatMap(({ pieces }) => {
    const open = pieces.filter(({ quoting }) => quoting !== 'single').map(({ text }) => text);
    // `$name` in a template is the template's: it must be in single quotes, and the shell says so by finding it unset.
    return open
      .filter((text) => !text.includes('{{'))
      .flatMap((text) => [...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ''));
  });
  return [...new Set(names)].filter((name) => !set.has(name));
}
