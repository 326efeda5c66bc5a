import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
  { title: 'an unknown flag', change: (text) => text.replace('-n <NAMESPACE>', '--namespce=<NAMESPACE>'), says: [/exemple « pods »/, /--namespce/, /plus proche : --namespace\./] },
  { title: 'an unknown command of kubectl', change: (text) => text.replace('kubectl get', 'kubectl gte'), says: [/exemple « pods »/, /« gte »/, /plus proche : get\./] },
  { title: 'a quote that nothing closes', change: (text) => text.replace('-n <NAMESPACE>', "-n 'dev"), says: [/exemple « pods »/, /Rien ne ferme/] },
  { title: 'an alias of a live page', change: (text) => text.replace('order: 1', 'order: 1\naliases: [/commandes/]'), says: [/aliases/, /déjà/] },
  { title: 'an alias of an example that another has as its id', change: (text) => text.replace('- id: pods', '- id: pods\n    aliases: [pieges]'), says: [/« pieges » est déjà pris/] },
  { title: 'two examples of one id', change: (text) => text.replace('---\n\n', '  - id: pods\n    title: Encore\n    command: kubectl get pods -A\n---\n\n'), says: [/examples\.1\.id/, /« pods » est déjà pris/, /choisissez-en un autre/] },
  { title: 'an old anchor that leads to no page', change: (text) => text.replace('order: 1', 'order: 1\nmoved: { services: /commandes/kubectl-gets/#services }'), says: [/moved\.services/, /ne mène à aucune page/, /le plus proche : \/commandes\/kubectl-get\//] },
  { title: 'an old anchor whose target left its page', change: (text) => text.replace('order: 1', 'order: 1\nmoved: { services: /commandes/kubectl-get/#service }'), says: [/moved\.services/, /« service » a quitté/, /pods, services, pieges/] },
  { title: 'an old anchor that is still there', change: (text) => text.replace('order: 1', 'order: 1\nmoved: { pieges: /commandes/kubectl-get/#pods }'), says: [/« pieges » est déjà pris/] },
  { title: 'a prompt in a command', change: (text) => text.replace('command: kubectl', 'command: $ kubectl'), says: [/examples\.0\.command/, /sans invite/] },
];

const YAML_BLOCK = (yaml: string, meta = ''): string => `${COMMAND}\n\`\`\`yaml${meta}\n${yaml}\n\`\`\`\n`;

for (const [title, text, says] of [
  ['a field that does not exist', YAML_BLOCK('apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { container: [] }'), /ligne 20, spec\.container\n.*\n {2}→ containers/],
  ['an object cut short without a word', YAML_BLOCK('spec: { replicas: 3 }'), /ligne 17, apiVersion/],
  ['a wrong field in an extract', YAML_BLOCK('spec:\n  replica: 3', ' extrait=Deployment'), /ligne 18, spec\.replica\n.*\n {2}→ replicas/],
  ['a manifest in a here-document', `${COMMAND}\n\`\`\`sh\nkubectl apply -f - <<'FIN'\napiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: a }\nFIN\n\`\`\`\n`, /ligne 18, apiVersion\n.*\n {2}→ policy\/v1/],
] as const) {
  test(`in a block, ${title} is named with its file and its line`, async () => {
    assert.match((await problemsOf(() => text)).join('\n'), says);
  });
}

test('a manifest to download is checked, with its file and its line', async () => {
  const problems = await problemsOf((text) => text, { 'objects/manifests/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  names: a\n' });
  assert.match(problems.join('\n'), /content\/objects\/manifests\/pod\.yaml : ligne 4, metadata\.names\n/);
});

test('a line of a manifest without its sentence is named, and a sentence without its line', async () => {
  const problems = await problemsOf((text) => text, {
    'objects/manifests/pod.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n',
    'fields.yaml': 'apiVersion: "La version."\nkind: "Le type."\nmetadata: "Le reste."\nspec: "Le voulu."\n',
  });
  assert.match(problems.join('\n'), /pod\.yaml : ligne 4\n {2}« metadata\.name » n'a pas de phrase/);
  assert.match(problems.join('\n'), /fields\.yaml : spec\n {2}cette phrase ne sert à aucune ligne/);
});

test('an extract of the right shape has no problem', async () => {
  assert.deepEqual(await problemsOf(() => YAML_BLOCK('status:\n  readyReplicas: 2', ' extrait=Deployment')), []);
});

for (const [title, line, says] of [
  ['that is still one of a page', '/commandes/kubectl-get/#pods: /antiseche/', /#pods\n.*mène déjà.*\n {2}→ retirez la ligne/],
  ['that leads to no page', '/ancienne/: /commandes/kubectl-gets/', /\/ancienne\/\n.*kubectl-gets\/ ne mène nulle part.*\n {2}→ nommez une page/],
  ['that leads to an anchor which left', '/antiseche/#a: /commandes/kubectl-get/#podz', /#podz ne mène nulle part/],
  ['that is no address', 'pod: /commandes/kubectl-get/', /at pod\n {2}→ une ligne par adresse : «/],
] as const) {
  test(`in moved.yaml, an old address ${title} is named with its fix`, async () => {
    const problems = (await problemsOf((text) => text, { 'moved.yaml': `${line}\n` })).join('\n');
    assert.match(problems, /content\/moved\.yaml : /);
    assert.match(problems, says);
  });
}

test('in moved.yaml, what left the cheat sheet, a page or a file leads where it is now', async () => {
  const lines = '/antiseche/#a: /antiseche/#b\n/ancienne/: /commandes/kubectl-get/#pods\n/manifestes/a.yaml: /manifestes/b.yaml\n';
  assert.deepEqual(await problemsOf((text) => text, { 'moved.yaml': lines }), []);
});

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

test('a flag without a sentence is named with the line to add', async () => {
  const explanations = await readFile(new URL('../../content/explanations.yaml', import.meta.url), 'utf8');
  const problems = await problemsOf((text) => text, { 'explanations.yaml': explanations.replace(/^ {2}namespace: Choisit.*$|^ {2}namespace: "Choisit.*$/m, '') });
  assert.match(problems.join('\n'), /exemple « pods »[\s\S]*content\/explanations\.yaml, sous « flags », ajoutez « namespace: Une phrase\. »/);
});

test('a sentence on what kubectl does not have is named with what it may mean', async () => {
  const explanations = await readFile(new URL('../../content/explanations.yaml', import.meta.url), 'utf8');
  const wrong = explanations.replace(/^ {2}annotate:$/m, '  anotate:').replace(/^ {2}dry-run: "Fait/m, '  dryrun: "Fait').replace('flags: { selector: Choisit par', 'flags: { selecteur: Choisit par');
  const problems = (await problemsOf((text) => text, { 'explanations.yaml': wrong })).join('\n');
  assert.match(problems, /commands\n.*« anotate »\.\n.*plus proche : annotate/);
  assert.match(problems, /flags\n.*« dryrun »\.\n.*plus proche : dry-run/);
  assert.match(problems, /create poddisruptionbudget, flags\n.*« selecteur »\.\n.*plus proche : selector/);
});

for (const { title, change, says } of CASES) {
  test(`${title} is named with its file and its fix`, async () => {
    const problems = (await problemsOf(change)).join('\n');
    for (const words of says) assert.match(problems, words);
    assert.match(problems, /content\/commands\/explore\/kubectl-get\.mdx/);
  });
}

test('two files that claim one address are both named', async () => {
  const problems = (await problemsOf((text) => text, { 'commands/debug/kubectl-get.mdx': COMMAND })).join('\n');
  assert.match(problems, /content\/commands\/explore\/kubectl-get\.mdx : adresse\n.*content\/commands\/debug\/kubectl-get\.mdx/);
});

test('an old id of a heading is one of its anchors', async () => {
  const text = (before: string): string => `${before.replace('#pieges', '#pieges #attention')}\n[x](/commandes/kubectl-get/#attention)\n`;
  assert.deepEqual(await problemsOf(text), []);
});
