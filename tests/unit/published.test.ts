import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBuiltAddresses } from '../../src/lib/built-addresses.ts';
import { explainBreak } from '../../src/lib/explain-break.ts';
import { findBreaks, formatPublished, parsePublished, resolve, type BuiltAddresses } from '../../src/lib/published.ts';
import { redirectMode, toNginxRules, toRedirectsFile } from '../../src/lib/redirects.ts';

const PUBLISHED = new Map([
  ['/objets/pod/', 'Pod'],
  ['/objets/pod/#pieges', 'Les pièges'],
  ['/objets/pod/#partage', 'Ce que partagent ses conteneurs'],
  ['/commandes/kubectl-get/', 'Lister'],
  ['/commandes/kubectl-get/#pods', 'kubectl get pods'],
  ['/commandes/kubectl-get/#fichier', 'echo x >> ~/.bashrc'],
  ['/commandes/kubectl-get/#correction-rc', 'correction, (ligne 27)'],
  ['/manifestes/service/', 'Le manifeste service.yaml'],
  ['/manifestes/service.yaml', 'fichier'],
  ['/antiseche/', 'Antisèche'],
  ['/antiseche/#creer', 'Créer'],
]);

const built = (named: ReadonlyMap<string, string>, moved: [string, string][] = []): BuiltAddresses => ({
  named,
  moved: new Map(moved),
  examples: new Set([...named].flatMap(([address, name]) => (/^(kubectl|echo) /.test(name) ? [address] : []))),
});

/** The published addresses without some, with others. */
function changed(removed: string[], added: [string, string][] = []): Map<string, string> {
  return new Map([...[...PUBLISHED].filter(([address]) => !removed.includes(address)), ...added]);
}

const FILES = new Map([
  ['/objets/pods/', 'content/objects/pods.mdx'],
  ['/objets/pod/', 'content/objects/pod.mdx'],
  ['/commandes/kubectl-get/', 'content/commands/explore/kubectl-get.mdx'],
]);

function tell(site: BuiltAddresses): string {
  return findBreaks(PUBLISHED, site)
    .map((broken) => explainBreak(broken, { published: PUBLISHED, built: site, files: FILES }))
    .join('\n');
}

test('a site that has every published address breaks none', () => {
  assert.deepEqual(findBreaks(PUBLISHED, built(PUBLISHED)), []);
});

const POD = ['/objets/pod/', '/objets/pod/#pieges', '/objets/pod/#partage'];
const PODS: [string, string][] = [
  ['/objets/pods/', 'Pod'],
  ['/objets/pods/#pieges', 'Les pièges'],
  ['/objets/pods/#partage', 'Ce que partagent ses conteneurs'],
];

test('a renamed file without an alias is named once, with the line to add and where', () => {
  const told = tell(built(changed(POD, PODS)));
  assert.match(told, /content\/objects\/pods\.mdx : « aliases: \[\/objets\/pod\/\] »/);
  assert.doesNotMatch(told, /#pieges/);
});

test('a renamed file with an alias keeps its anchors', () => {
  assert.equal(tell(built(changed(POD, PODS), [['/objets/pod/', '/objets/pods/']])), '');
});

test('an alias to a page that has not the anchor is named', () => {
  const site = built(changed(POD, PODS.slice(0, 2)), [['/objets/pod/', '/objets/pods/']]);
  assert.match(tell(site), /\/objets\/pod\/#partage .*ne mène plus nulle part/);
});

test('a renamed example is named with the line to add to it', () => {
  const site = built(
    changed(['/commandes/kubectl-get/#pods'], [['/commandes/kubectl-get/#liste', 'kubectl get pods']]),
  );
  assert.match(tell(site), /kubectl-get\.mdx, ajoutez à l'exemple « liste » : « aliases: \[pods\] »/);
});

test('a heading whose id changed is named with the mark to write', () => {
  const site = built(changed(['/objets/pod/#pieges'], [['/objets/pod/#attention', 'Les pièges']]));
  assert.match(tell(site), /pod\.mdx, ajoutez l'ancien identifiant au titre : « Les pièges \\\{#attention #pieges\} »/);
});

test('an example that does not begin with kubectl is still an example', () => {
  const lost = ['/commandes/kubectl-get/#fichier'];
  const site = built(changed(lost, [['/commandes/kubectl-get/#bashrc', 'echo x >> ~/.bashrc']]));
  assert.match(tell(site), /kubectl-get\.mdx, ajoutez à l'exemple « bashrc » : « aliases: \[fichier\] »/);
});

test('a renamed correction is named with the line for the header', () => {
  const lost = ['/commandes/kubectl-get/#correction-rc'];
  const site = built(changed(lost, [['/commandes/kubectl-get/#correction-rs', 'correction, (ligne 27)']]));
  assert.match(tell(site), /« moved: \{ correction-rc: \/commandes\/kubectl-get\/#correction-rs \} »/);
});

test('an example whose id and command both changed is named with the new one, as a guess', () => {
  const lost = ['/commandes/kubectl-get/#pods'];
  const site = built(changed(lost, [['/commandes/kubectl-get/#liste', 'kubectl get pods -A']]));
  assert.match(tell(site), /si c'est maintenant \S+#liste, dans \S+kubectl-get\.mdx, .* « aliases: \[pods\] »/);
});

test('what a page that moved has lost is to be given to the page that it is now', () => {
  const moved: [string, string][] = [['/objets/pod/', '/objets/pods/']];
  const pods = PODS.map(([address, name]): [string, string] => [address.replace('#pieges', '#attention'), name]);
  assert.match(tell(built(changed(POD, pods), moved)), /pods\.mdx, .* : « Les pièges \\\{#attention #pieges\} »/);
});

test('a renamed manifest, its file and a group of the cheat sheet are named with the line for content/moved.yaml', () => {
  const told = tell(
    built(
      changed(
        ['/manifestes/service/', '/manifestes/service.yaml', '/antiseche/#creer'],
        [
          ['/objets/pods/', 'Pods'],
          ['/manifestes/web/', 'Le manifeste web.yaml'],
          ['/manifestes/web.yaml', 'fichier'],
          ['/antiseche/#faire', 'Créer'],
        ],
      ),
    ),
  );
  for (const line of [
    '/manifestes/service/: /manifestes/web/',
    '/manifestes/service.yaml: /manifestes/web.yaml',
    '/antiseche/#creer: /antiseche/#faire',
  ])
    assert.ok(told.includes(`ajoutez à content/moved.yaml : « ${line} »`), told);
});

test('an example that left the page is named with where it is now', () => {
  const site = built(
    changed(['/commandes/kubectl-get/#pods'], [['/commandes/kubectl-get-filter/#pods', 'kubectl get pods']]),
  );
  assert.match(tell(site), /« moved: \{ pods: \/commandes\/kubectl-get-filter\/#pods \} »/);
});

test('an address that leads to something else is named, and the list follows when one says that it is the same', () => {
  const site = built(new Map([...PUBLISHED, ['/commandes/kubectl-get/#pods', 'kubectl get services']]));
  assert.match(tell(site), /menait à « kubectl get pods » et mène à « kubectl get services »/);
  assert.deepEqual(findBreaks(parsePublished(formatPublished(PUBLISHED, site)), site), []);
});

test('the list never loses an address', () => {
  const text = formatPublished(PUBLISHED, built(new Map([['/objets/secret/', 'Secret']])));
  assert.deepEqual([...parsePublished(text).keys()], [...PUBLISHED.keys(), '/objets/secret/'].sort());
});

test('a move in a circle leads nowhere', () => {
  const site = built(new Map(), [
    ['/a/', '/b/'],
    ['/b/', '/a/'],
  ]);
  assert.equal(resolve('/a/', site), undefined);
});

test('redirects are written for static hosts and for nginx, with the last slash or without, for the Markdown, under a sub-path too', () => {
  const redirects = [{ from: '/objets/pods/', to: '/objets/pod/' }];
  assert.equal(
    toRedirectsFile(redirects, '/'),
    [
      '/objets/pods/ /objets/pod/ 301\n',
      '/objets/pods /objets/pod/ 301\n',
      '/objets/pods/index.md /objets/pod/index.md 301\n',
    ].join(''),
  );
  assert.equal(
    toNginxRules(redirects, '/notes/').split('\n')[0],
    'location = /notes/objets/pods/ { return 301 /notes/objets/pod/$is_args$args; }',
  );
});

test('a site built for a host that redirects by itself holds its old addresses without a page at each', async () => {
  assert.equal(redirectMode('host'), 'host');
  assert.equal(redirectMode(undefined), 'page');
  assert.throws(() => redirectMode('nginx'), /REDIRECTS : « nginx ».*\n.*« host »/);
  const dist = await mkdtemp(join(tmpdir(), 'dist-'));
  await writeFile(join(dist, 'index.html'), '<main><h1>Pod</h1></main>');
  await writeFile(join(dist, '_redirects'), toRedirectsFile([{ from: '/objets/pods/', to: '/' }], '/notes/'));
  assert.equal(resolve('/objets/pods/', await readBuiltAddresses(dist, '/notes/')), 'Pod');
  await rm(dist, { recursive: true });
});
