/** The plain words after a command, and what each one is. */
export interface Argument {
  /** What it is: `type`, `name`, `object` (a type and a name), `assignment`, `node`… */
  readonly role: string;
  /** As typed. */
  readonly text: string;
  /** Without its quotes. */
  readonly value: string;
}

const OBJECTS = 'objects';
/**
 * The roles of the plain words of a command, in their order; `*` for as many as there are. `objects` stands for all the ways
 * to name objects: `pods`, `pod <POD>`, `pod/<POD> service/<SERVICE>`. Source: the usage line of each command's help.
 */
const ROLES: Readonly<Record<string, string>> = {
  annotate: 'objects assignment*',
  attach: 'target container',
  'auth can-i': 'action type name',
  'certificate approve': 'name*',
  'certificate deny': 'name*',
  completion: 'shell',
  'config delete-cluster': 'cluster',
  'config delete-context': 'context',
  'config delete-user': 'user',
  'config get-contexts': 'context*',
  'config rename-context': 'context new-name',
  'config set': 'property value',
  'config set-cluster': 'cluster',
  'config set-context': 'context',
  'config set-credentials': 'user',
  'config unset': 'property',
  'config use-context': 'context',
  cordon: 'node*',
  cp: 'source destination',
  debug: 'target',
  drain: 'node*',
  exec: 'target',
  explain: 'field',
  kustomize: 'directory',
  label: 'objects assignment*',
  logs: 'target container',
  'port-forward': 'target port*',
  run: 'new-name',
  'set env': 'objects variable*',
  'set image': 'objects image*',
  'set selector': 'objects selector',
  'set serviceaccount': 'objects account',
  taint: 'objects taint*',
  'top node': 'node',
  'top pod': 'name',
  uncordon: 'node*',
  'create token': 'account',
};

const rolesOf = (path: string): string[] =>
  (ROLES[path] ?? (path.startsWith('create ') ? 'new-name' : OBJECTS)).split(' ').filter(Boolean);

/** A word that says what to set rather than what to set it on: `app=web`, `old-`, `key:NoSchedule`. */
const SETS = /[=:]|-$/;

/**
 * Says what each plain word is: `readArguments('label', [pod, <POD>, app=web])` → type, name, assignment.
 * @param path the command, such as `set image`
 * @param words the words that are neither flags nor values of flags
 */
export function readArguments(path: string, words: readonly { text: string; value: string }[]): Argument[] {
  const [first, second] = rolesOf(path);
  if (first !== OBJECTS) {
    const roles = rolesOf(path);
    return words.map((word, index) => {
      const role = (roles[index] ?? roles.findLast((name) => name.endsWith('*')) ?? 'extra').replace('*', '');
      if (role === 'target' && word.value.includes('/')) return { ...word, role: 'object' };
      // A type alone, or the way to one of its fields.
      return { ...word, role: role === 'field' && !word.value.includes('.') ? 'type' : role };
    });
  }
  let hasType = false;
  return words.map((word, index) => {
    const isLast = index === words.length - 1;
    const isSet = second === 'account' ? isLast : second !== undefined && SETS.test(word.value);
    if (isSet) return { ...word, role: second?.replace('*', '') ?? '' };
    if (word.value.includes('/')) return { ...word, role: 'object' };
    const role = hasType ? 'name' : 'type';
    hasType = true;
    return { ...word, role };
  });
}
