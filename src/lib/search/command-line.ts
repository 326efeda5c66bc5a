import type { Language } from './language.ts';

/** What a command line says about the task: its verbs, kinds and flags as tokens, in their order. */
export interface CommandReading {
  readonly verbs: readonly string[];
  readonly kinds: readonly string[];
  readonly flags: readonly string[];
  /** Values that choose a task: `yaml` after `-o`, `NodePort` after `--type`. */
  readonly values: readonly string[];
}

/** Flags whose value is part of the task. Any other value is a name of the reader's own. */
const TELLING = /^(-o|--output|--from|--replicas|--type|--for|--dry-run|--sort-by|--field-selector|--as)$/;
/** Flags that take no value. */
const ALONE =
  /^(-A|-w|-it|-ti|-i|-t|-R|--all|--all-namespaces|--watch|--stdin|--tty|--force|--previous|--follow|--rm|--overwrite|--current|--list|--recursive|--server-side|--show-labels|--wait|--now|--ignore-daemonsets|--delete-emptydir-data|--dry-run|--decode)$/;

/** Stands for a name of the reader's own: no word of the vocabulary. */
const PLACEHOLDER = 'X_X';

/** Whether the text is a command line rather than a question: `isCommandLine('$ kubectl get po')` → true. */
export function isCommandLine(text: string): boolean {
  return /^[\s$#>`]*(sudo\s+)?(k|kubectl|minikube)\s+(?!(avec|sans|ne|n|pour|de|du|dans|en|sur|et|with|without|in|is|for|alias)\b)\S/.test(
    text,
  );
}

/**
 * Reads a command line, whole or pasted with the reader's own names, which are left out:
 * `kubectl rollout undo deployment/boutique -n prod` → rollout, undo; deployment; --namespace.
 */
export function readCommandLine(line: string, language: Language): CommandReading {
  const [before = '', inside = ''] = line.replace(/<[A-Z0-9_]+>/g, PLACEHOLDER).split(/\s--(?=\s|$)/, 2);
  const words = before
    .replace(/\\\n/g, ' ')
    .replace(/^[\s$#>`]*(sudo\s+)?/, '')
    .split(/[\s"'`(){}|]+/)
    .filter(Boolean);
  const [tool = '', ...rest] = words;
  const verbs = tool === 'minikube' ? language.tokens(tool) : [];
  const kinds: string[] = [];
  const flags: string[] = [];
  const values: string[] = [];
  let plain = 0;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (word.startsWith('-')) {
      const [name = '', value] = word.split(/=(.*)/s, 2);
      flags.push(...language.flag(name, rest));
      if (value !== undefined)
        values.push(...(TELLING.test(name) && !/^[1-9]/.test(value) ? language.tokens(value) : []));
      else if (TELLING.test(name)) {
        values.push(...language.tokens(rest[at + 1] ?? ''));
        at += 1;
      } else if (rest[at + 1]?.startsWith('-') === false && !isAlone(name, rest[0])) at += 1;
      continue;
    }
    plain += 1;
    const [type = ''] = word.split('/');
    if (plain === 1) verbs.push(...verbTokens(type, language));
    else if (isKinds(word, language))
      kinds.push(
        ...language.tokens(
          word
            .split(',')
            .map((name) => name.split('/')[0])
            .join(' '),
        ),
      );
    else if (plain === 2 && /^[a-z]+(-[a-z]+)*$/.test(word) && hasSubcommands(rest[0]))
      verbs.push(...language.tokens(word));
  }
  values.push(
    ...[...readNames(before), ...readSigns(rest[0] ?? '', rest.slice(1))].flatMap((word) => language.tokens(word)),
  );
  values.push(
    ...inside
      .split(/\s+/)
      .filter((word) => language.known.has(word))
      .flatMap((word) => language.tokens(word)),
  );
  return { verbs, kinds, flags, values };
}

/** Whether a flag takes no value, so that the word after it still counts. */
function isAlone(flag: string, verb: string | undefined): boolean {
  return ALONE.test(flag) || (verb === 'logs' && (flag === '-f' || flag === '-p'));
}

/** Names of fields and values: `{.status.podIP}` → podIP, `:NoExecute` → NoExecute. */
const readNames = (line: string): string[] => line.match(/\b[A-Za-z]*[a-z][A-Z][A-Za-z]*\b|(?<=")\w+(?="\s*:)/g) ?? [];

/** What a line says with a sign: `label-` takes the label off; `pod:path path` copies from the Pod. */
function readSigns(verb: string, words: readonly string[]): string[] {
  if (verb === 'cp') return words.find((word) => !word.startsWith('-'))?.includes(':') ? ['depuis'] : ['vers'];
  const line = words.join(' ');
  if (/ in \(?|!=/.test(line)) return line.includes('!=') ? ['sauf'] : ['plusieurs'];
  const isRemoved = /^(label|annotate|taint|set)$/.test(verb) && words.some((word) => /^[\w./:-]*[\w/]-$/.test(word));
  return isRemoved ? ['retirer'] : [];
}

/** `deploy,svc` and `pod/web` name kinds. */
function isKinds(word: string, language: Language): boolean {
  return word
    .split(',')
    .some((name) => language.tokens(name.split('/')[0] ?? '').some((token) => language.isKind(token)));
}

/** `get-contexts` also says « get » and « contexts »; `port-forward` is one word of the vocabulary. */
function verbTokens(verb: string, language: Language): string[] {
  if (!verb.includes('-') || language.known.has(verb)) return language.tokens(verb);
  return [...language.tokens(verb), ...language.tokens(verb.replaceAll('-', ' '))];
}

/** Commands whose second word is a verb too, not a name. */
function hasSubcommands(verb: string | undefined): boolean {
  return /^(alpha|annotate|apply|auth|certificate|cluster-info|config|create|kuberc|plugin|rollout|set|top|addons|image|explain|completion)$/.test(
    verb ?? '',
  );
}
