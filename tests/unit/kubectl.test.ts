import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import file from '../../src/data/kubectl-grammar.json' with { type: 'json' };
import { explain } from '../../src/lib/kubectl/explain.ts';
import { explanationsSchema } from '../../src/lib/kubectl/explanations.ts';
import { commandsOf, grammarOf, readFlag } from '../../src/lib/kubectl/grammar.ts';
import { commandHistory, flagHistory } from '../../src/lib/kubectl/history.ts';
import { parseLine } from '../../src/lib/kubectl/parse.ts';
import { reachOf } from '../../src/lib/kubectl/reach.ts';
import type { Part } from '../../src/lib/kubectl/parts.ts';

const grammar = grammarOf(file);

/** A part in a few characters: `verb:get`, `type:pods`, `--output yaml`, `--dry-run=client`. */
function brief(part: Part): string {
  if (part.kind === 'flag') {
    const value = part.value ? `${part.isAttached ? '=' : ' '}${part.value.value}` : '';
    return `--${part.flag.long}${value}`;
  }
  if (part.kind === 'argument') return `${part.role}:${part.value}`;
  if (part.kind === 'command') return `verb:${part.path}`;
  return part.kind === 'end' ? '--' : `${part.kind}:${part.text}`;
}

const CASES: readonly (readonly [line: string, ...parts: string[]])[] = [
  // Plain words.
  ['kubectl get pods', 'verb:get', 'type:pods'],
  ['kubectl get pod <POD>', 'verb:get', 'type:pod', 'name:<POD>'],
  ['kubectl get deployments,services', 'verb:get', 'type:deployments,services'],
  ['kubectl get pod/<POD> service/<SERVICE>', 'verb:get', 'object:pod/<POD>', 'object:service/<SERVICE>'],
  ['kubectl delete pod -n <NAMESPACE> <POD>', 'verb:delete', 'type:pod', '--namespace <NAMESPACE>', 'name:<POD>'],
  ['kubectl explain pod.spec', 'verb:explain', 'field:pod.spec'],
  ['kubectl drain <NODE>', 'verb:drain', 'node:<NODE>'],
  ['kubectl cp <POD>:<PATH> .', 'verb:cp', 'source:<POD>:<PATH>', 'destination:.'],
  ['kubectl cordon a b', 'verb:cordon', 'node:a', 'node:b'],
  [
    'kubectl port-forward service/<SERVICE> 80:8080 :90',
    'verb:port-forward',
    'object:service/<SERVICE>',
    'port:80:8080',
    'port::90',
  ],
  ['kubectl auth can-i get pods', 'verb:auth', 'verb:auth can-i', 'action:get', 'type:pods'],
  ['kubectl label pod <POD> a=b c-', 'verb:label', 'type:pod', 'name:<POD>', 'assignment:a=b', 'assignment:c-'],
  ['kubectl taint nodes <NODE> k=v:NoSchedule', 'verb:taint', 'type:nodes', 'name:<NODE>', 'taint:k=v:NoSchedule'],
  [
    "kubectl set image deployment/web '*=nginx:1'",
    'verb:set',
    'verb:set image',
    'object:deployment/web',
    'image:*=nginx:1',
  ],
  [
    'kubectl set serviceaccount deployment/web <ACCOUNT>',
    'verb:set',
    'verb:set serviceaccount',
    'object:deployment/web',
    'account:<ACCOUNT>',
  ],
  ['kubectl config rename-context a b', 'verb:config', 'verb:config rename-context', 'context:a', 'new-name:b'],
  ['kubectl certificate approve a b', 'verb:certificate', 'verb:certificate approve', 'name:a', 'name:b'],
  // Subcommands, and their other names.
  ['kubectl rollout undo deployment/web', 'verb:rollout', 'verb:rollout undo', 'object:deployment/web'],
  [
    'kubectl create secret tls <SECRET>',
    'verb:create',
    'verb:create secret',
    'verb:create secret tls',
    'new-name:<SECRET>',
  ],
  [
    'kubectl create pdb p --min-available=1',
    'verb:create',
    'verb:create poddisruptionbudget',
    '--min-available=1',
    'new-name:p',
  ],
  ['kubectl top pods', 'verb:top', 'verb:top pod'],
  ['kubectl config use dev', 'verb:config', 'verb:config use-context', 'context:dev'],
  ['kubectl apply view-last-applied -f a.yaml', 'verb:apply', 'verb:apply view-last-applied', '--filename a.yaml'],
  ['kubectl -n dev get pods', '--namespace dev', 'verb:get', 'type:pods'],
  // Flags: long or short, value attached or not, several in a word.
  ['kubectl get pods -o yaml', 'verb:get', '--output yaml', 'type:pods'],
  ['kubectl get pods -oyaml', 'verb:get', '--output=yaml', 'type:pods'],
  ['kubectl get pods -o=yaml', 'verb:get', '--output=yaml', 'type:pods'],
  ['kubectl get pods --output yaml', 'verb:get', '--output yaml', 'type:pods'],
  ['kubectl get pods --output=yaml', 'verb:get', '--output=yaml', 'type:pods'],
  ['kubectl get pods -Aw', 'verb:get', '--all-namespaces', '--watch', 'type:pods'],
  ['kubectl get pods -Ao wide', 'verb:get', '--all-namespaces', '--output wide', 'type:pods'],
  ['kubectl get pods -Aowide', 'verb:get', '--all-namespaces', '--output=wide', 'type:pods'],
  ['kubectl get pods -v=6', 'verb:get', '--v=6', 'type:pods'],
  ['kubectl get pods -v 6', 'verb:get', '--v 6', 'type:pods'],
  ['kubectl get pods -l a=b,c=d', 'verb:get', '--selector a=b,c=d', 'type:pods'],
  ['kubectl logs <POD> --tail -1', 'verb:logs', '--tail -1', 'target:<POD>'],
  ['kubectl logs -f <POD>', 'verb:logs', '--follow', 'target:<POD>'],
  ['kubectl apply -f <FILE>', 'verb:apply', '--filename <FILE>'],
  ['kubectl apply -f - ', 'verb:apply', '--filename -'],
  ['kubectl delete -f a -f b', 'verb:delete', '--filename a', '--filename b'],
  ['kubectl run x --image=a --dry-run=client', 'verb:run', '--image=a', '--dry-run=client', 'new-name:x'],
  [
    'kubectl rollout status deployment/web --watch=false',
    'verb:rollout',
    'verb:rollout status',
    '--watch=false',
    'object:deployment/web',
  ],
  ['kubectl debug -it <POD> --profile=general', 'verb:debug', '--stdin', '--tty', '--profile=general', 'target:<POD>'],
  ['kubectl get --help', 'verb:get', '--help'],
  // Quotes and escapes.
  ["kubectl get pods -l 'v in (a,b)'", 'verb:get', '--selector v in (a,b)', 'type:pods'],
  ["kubectl get pods -o jsonpath='{.items[*]}'", 'verb:get', '--output jsonpath={.items[*]}', 'type:pods'],
  ['kubectl get pods -o "a\\"b"', 'verb:get', '--output a"b', 'type:pods'],
  ['kubectl get pods -l a\\ b', 'verb:get', '--selector a b', 'type:pods'],
  ["kubectl annotate pod web note='deux mots'", 'verb:annotate', 'type:pod', 'name:web', 'assignment:note=deux mots'],
  ['kubectl get pods \\\n  -A', 'verb:get', '--all-namespaces', 'type:pods'],
  ['kubectl get pods # -l x', 'verb:get', 'type:pods'],
  // What is not kubectl's.
  ['kubectl exec <POD> -- ls -la /tmp', 'verb:exec', 'target:<POD>', '--', 'inside:ls -la /tmp'],
  [
    'kubectl exec -it <POD> -c web -- sh',
    'verb:exec',
    '--stdin',
    '--tty',
    'target:<POD>',
    '--container web',
    '--',
    'inside:sh',
  ],
];

for (const [line, ...parts] of CASES) {
  test(`reads ${JSON.stringify(line)}`, () => {
    const read = parseLine(line, grammar).map(brief);
    assert.equal(read[0], 'tool:kubectl');
    // Where a flag stands among plain words is the writer's choice: only the order within each matters.
    const split = (all: readonly string[]): string[][] => [
      all.filter((part) => /^--./.test(part)),
      all.filter((part) => !/^--./.test(part)),
    ];
    assert.deepEqual(split(read.slice(1)), split(parts));
  });
}

const WHOLE: readonly (readonly [line: string, ...parts: string[]])[] = [
  ['kubectl get pods | sort -u', 'tool:kubectl', 'verb:get', 'type:pods', 'shell:|', 'program:sort -u'],
  [
    'kubectl get pods && kubectl version',
    'tool:kubectl',
    'verb:get',
    'type:pods',
    'shell:&&',
    'tool:kubectl',
    'verb:version',
  ],
  ['kubectl get pods > a.txt', 'tool:kubectl', 'verb:get', 'type:pods', 'shell:> a.txt'],
  ['kubectl get pods 2>&1', 'tool:kubectl', 'verb:get', 'type:pods', 'shell:2>&1'],
  ['kubectl get pods >> <FILE>', 'tool:kubectl', 'verb:get', 'type:pods', 'shell:>> <FILE>'],
  ['A=b kubectl version', 'variable:A=b', 'tool:kubectl', 'verb:version'],
  [
    'P="$(kubectl get pods -o name)"; echo $P',
    'variable:P="$(…)"',
    'shell:$(…)',
    'tool:kubectl',
    'verb:get',
    'type:pods',
    '--output name',
    'shell:;',
    'program:echo $P',
  ],
  [
    'source <(kubectl completion bash)',
    'program:source <(…)',
    'shell:<(…)',
    'tool:kubectl',
    'verb:completion',
    'shell:bash',
  ],
  [
    'a | xargs -n 1 kubectl delete -n dev',
    'program:a',
    'shell:|',
    'program:xargs -n 1',
    'tool:kubectl',
    'verb:delete',
    '--namespace dev',
  ],
  ["echo 'kubectl get'", "program:echo 'kubectl get'"],
  ['minikube kubectl -- get pods', 'tool:minikube', 'verb:kubectl', '--', 'verb:get', 'type:pods'],
  ['minikube delete -p <PROFILE> --purge', 'tool:minikube', 'verb:delete', '--profile <PROFILE>', '--purge'],
  ['minikube addons enable ingress', 'tool:minikube', 'verb:addons', 'verb:addons enable', 'value:ingress'],
];

for (const [line, ...parts] of WHOLE) {
  test(`reads ${JSON.stringify(line)} whole`, () => {
    assert.deepEqual(parseLine(line, grammar).map(brief), parts);
  });
}

const REFUSED: readonly (readonly [line: string, says: RegExp])[] = [
  ['kubectl gte pods', /« gte ».*plus proche : get\./],
  ['kubectl rollout und deployment/web', /kubectl rollout.*« und ».*plus proche : undo\./],
  ['kubectl get pods --namespce=dev', /--namespce.*plus proche : --namespace\./],
  ['kubectl get pods -z', /kubectl get.*option -z/],
  ['kubectl get pods -Az', /option -z/],
  ['kubectl logs <POD> --tail', /--tail attend une valeur/],
  ['kubectl run x --generator=y', /--generator/],
  ["kubectl get pods -l 'a", /Rien ne ferme/],
  ['echo $(kubectl get pods', /il manque « \) »/],
];

for (const [line, says] of REFUSED) {
  test(`refuses ${line}`, () => {
    assert.throws(() => parseLine(line, grammar), says);
  });
}

test('a flag is read as the grammar file writes it', () => {
  assert.deepEqual(readFlag("-o, --output=''"), { long: 'output', short: 'o', initial: "''", isAlone: false });
  assert.deepEqual(readFlag("--dry-run[='none']"), { long: 'dry-run', initial: "'none'", isAlone: true });
  assert.deepEqual(readFlag('-A, --all-namespaces=false'), {
    long: 'all-namespaces',
    short: 'A',
    initial: 'false',
    isAlone: true,
  });
  assert.deepEqual(readFlag('--for=[]'), { long: 'for', initial: '[]', isAlone: false });
  assert.deepEqual(readFlag("--x='' !use y"), { long: 'x', initial: "''", isAlone: false, deprecated: 'use y' });
  assert.throws(() => readFlag('output'), /kubectl-grammar\.json/);
});

test('each version has its own commands and flags', () => {
  const has = (version: string, path: string): boolean => grammarOf(file, version).commands.has(path);
  assert.deepEqual(
    ['1.34', '1.35', '1.36'].map((version) => has(version, 'kuberc set')),
    [false, false, true],
  );
  assert.deepEqual(
    ['1.34', '1.35', '1.36'].map((version) => has(version, 'alpha kuberc set')),
    [false, true, false],
  );
  assert.throws(() => grammarOf(file, '1.2'), /1\.34, 1\.35, 1\.36/);
  assert.ok(commandsOf(grammar).length > 80);
});

test('the history of a command or a flag says since when', () => {
  assert.deepEqual(commandHistory(file, 'kuberc set'), { since: '1.36' });
  assert.equal(flagHistory(file, 'diff', 'show-secrets').since, '1.36');
  assert.equal(flagHistory(file, 'kuberc set', 'section').since, undefined);
  assert.ok(flagHistory(file, 'autoscale', 'cpu-percent').deprecated);
  assert.deepEqual(flagHistory(file, 'get', 'output'), {});
});

/** As the site's own file, for the reach of a line. */
const explanations = explanationsSchema.parse(
  parse(readFileSync(new URL('../../content/explanations.yaml', import.meta.url), 'utf8')),
);

for (const [line, reach] of [
  ['kubectl get pods', 'rien'],
  ['kubectl get pods > a.txt', 'poste'],
  ['kubectl apply -f a.yaml', 'objet'],
  ['kubectl apply -f a.yaml --dry-run=server', 'rien'],
  ['kubectl apply view-last-applied deployment/web', 'rien'],
  ['kubectl create configmap a', 'objet'],
  ['kubectl create token a', 'rien'],
  ['kubectl create namespace a --dry-run=client -o yaml | kubectl apply -f -', 'objet'],
  ['kubectl drain <NODE>', 'noeud'],
  ['kubectl delete pod a && kubectl create namespace b', 'cluster'],
  ['minikube kubectl -- delete pod a', 'objet'],
] as const) {
  test(`${line} reaches ${reach}`, () => {
    assert.equal(reachOf(parseLine(line, grammar), explanations).reach, reach);
  });
}

/** The sentences of a line by what they are said of. */
const rows = (line: string): Record<string, string> =>
  Object.fromEntries(
    explain(parseLine(line, grammar), { explanations, grammar: file, labels: { POD: 'Nom du Pod' } }).rows.map(
      ({ term, sentence }) => [term, sentence],
    ),
  );

test('a value is explained by its form: the same flag does not keep the same objects', () => {
  const said = (value: string): string => rows(`kubectl get pods -l ${value}`)[`-l, --selector ${value}`] ?? '';
  assert.match(said('a=b'), /ceux qui ont cette valeur/);
  assert.match(said("'a!=b'"), /ceux qui n'ont pas cette valeur/);
  assert.match(said('a=b,c=d'), /toutes ces conditions/);
  assert.match(said("'v in (a,b)'"), /l'une de ces valeurs/);
  assert.match(said('a'), /quelle que soit sa valeur/);
});

test('a word is explained by where it stands: before a subcommand, with a tail dash, among several, alone', () => {
  assert.notEqual(rows('kubectl apply -f a.yaml').apply, rows('kubectl apply view-last-applied -f a.yaml').apply);
  assert.match(rows('kubectl label pod a b-')['b-'] ?? '', /à retirer/);
  assert.match(rows('kubectl label pod a b=c')['b=c'] ?? '', /^La clé et sa valeur\.$/);
  assert.match(rows('kubectl get deploy,svc')['deploy,svc'] ?? '', /^Les types/);
  assert.match(rows('kubectl explain pod').pod ?? '', /^Le type d'objet : Pod\.$/);
  assert.match(rows('minikube addons enable ingress').ingress ?? '', /extension/);
  assert.notEqual(
    rows('kubectl api-resources -o name')['-o, --output name'],
    rows('kubectl get pods -o name')['-o, --output name'],
  );
});

test('a type of object without a name is to be added', () => {
  const { missing } = explain(parseLine('kubectl get leases,pods', grammar), {
    explanations,
    grammar: file,
    labels: {},
  });
  assert.deepEqual(missing, ['sous « types », ajoutez « NomDuType: [leases, pods] »']);
});

test('the sentence of a command wins over the general one; a long value is cut; versions are said', () => {
  assert.match(rows('kubectl drain a --force')['--force'] ?? '', /contrôleur/);
  assert.notEqual(rows('kubectl drain a --force')['--force'], rows('kubectl delete pod a --force')['--force']);
  assert.equal(rows('kubectl logs <POD>')['<POD>'], 'Nom du Pod.');
  assert.match(
    rows(`kubectl get pods -o jsonpath='{.items[*].metadata.name}'`)['-o, --output jsonpath=…'] ?? '',
    /expression/,
  );
  assert.match(rows('kubectl kuberc view').kuberc ?? '', /Depuis kubectl 1\.36\.$/);
  assert.match(rows('kubectl explain pod -R')['-R, --recursive'] ?? '', /Forme courte depuis kubectl 1\.36\.$/);
  assert.match(rows('kubectl get deploy,svc')['deploy,svc'] ?? '', /Deployment, Service/);
});
