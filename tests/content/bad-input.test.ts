import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../src/lib/content/check.ts';

const COMMAND = `---
title: Lister
summary: Liste les Pods.
effect: lecture
order: 1
objects: [pod]
source: https://kubernetes.io/docs/
examples:
  - id: pods
    title: Lister les Pods
    command: kubectl get pods -n <NAMESPACE>
---

## Les pièges \\{#pieges}
`;

/** Checks a folder that holds one command, changed. */
async function problemsOf(change: (text: string) => string, more: Record<string, string> = {}): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'content-'));
  const files: Record<string, string> = {
    'placeholders.yaml': 'NAMESPACE: { label: Nom, example: dev }\n',
    'commands/explore/kubectl-get.mdx': change(COMMAND),
    ...more,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const problems = await checkContent(root);
  await rm(root, { recursive: true });
  return problems;
}

const CASES: { title: string; change: (text: string) => string; says: RegExp[] }[] = [
  { title: 'a missing key', change: (text) => text.replace('effect: lecture\n', ''), says: [/kubectl-get\.mdx : effect/] },
  { title: 'an unknown key', change: (text) => text.replace('order: 1', 'order: 1\neffet: lecture'), says: [/champ inconnu : effet/, /champs possibles : title/] },
  { title: 'an unknown effect', change: (text) => text.replace('lecture', 'ecriture'), says: [/effect/, /lecture, modification, suppression/] },
  { title: 'no frontmatter', change: () => 'Du texte.\n', says: [/en-tête/, /title, summary/] },
  { title: 'broken YAML', change: (text) => text.replace('objects: [pod]', 'objects: [pod'), says: [/kubectl-get\.mdx : en-tête/] },
  { title: 'an id used twice', change: (text) => text.replace('#pieges', '#pods'), says: [/« pods » est déjà pris/, /ligne 14/] },
  { title: 'a heading without an id', change: (text) => text.replace(' \\{#pieges}', ''), says: [/ligne 14/, /\\\{#mon-identifiant}/] },
  { title: 'a link to no page', change: (text) => `${text}\n[x](/commandes/kubectl-gte/)\n`, says: [/ligne 16/, /kubectl-gte/, /le plus proche : \/commandes\/kubectl-get\//] },
  { title: 'a link to no anchor', change: (text) => `${text}\n[x](/commandes/kubectl-get/#pod)\n`, says: [/pas d'ancre « pod »/, /pods, pieges/] },
  { title: 'an unknown related', change: (text) => text.replace('order: 1', 'order: 1\nrelated: [kubectl-gets]'), says: [/related\.0/, /le plus proche : \/commandes\/kubectl-get\//] },
  { title: 'an image without text', change: (text) => `${text}\n![](/cluster.png)\n`, says: [/image n’a pas de texte/] },
  { title: 'an unknown placeholder', change: (text) => text.replace('<NAMESPACE>', '<NAMESPCE>'), says: [/<NAMESPCE>/, /l'un de : NAMESPACE/] },
  { title: 'an alias of a live page', change: (text) => text.replace('order: 1', 'order: 1\naliases: [/commandes/]'), says: [/aliases/, /déjà/] },
  { title: 'a prompt in a command', change: (text) => text.replace('command: kubectl', 'command: $ kubectl'), says: [/examples\.0\.command/, /sans invite/] },
];

test('a right file has no problem', async () => {
  assert.deepEqual(await problemsOf((text) => text), []);
});

const sheet = (examples: string): Record<string, string> => ({
  'cheatsheet.yaml': `- - { id: voir, title: Voir, examples: [${examples}] }\n- - { id: agir, title: Agir, examples: [kubectl-get#pods] }\n`,
});

for (const [title, examples, says] of [
  ['an example that the command does not have', 'kubectl-get#podz', /« kubectl-get#podz » n'existe pas.\n.*les exemples de kubectl-get : pods/],
  ['a command that does not exist', 'kubectl-gte#pods', /le plus proche : \/commandes\/kubectl-get\//],
  ['an example named twice', 'kubectl-get#pods', /y est deux fois/],
  ['a reference without an example', 'kubectl-get', /« commande#exemple »/],
] as const) {
  test(`in the cheat sheet, ${title} is named with its fix`, async () => {
    const problems = (await problemsOf((text) => text, sheet(`'${examples}'`))).join('\n');
    assert.match(problems, says);
    assert.match(problems, /content\/cheatsheet\.yaml/);
  });
}

for (const { title, change, says } of CASES) {
  test(`${title} is named with its file and its fix`, async () => {
    const problems = (await problemsOf(change)).join('\n');
    for (const words of says) assert.match(problems, words);
    assert.match(problems, /content\/commands\/explore\/kubectl-get\.mdx/);
  });
}
