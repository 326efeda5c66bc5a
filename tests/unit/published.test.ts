import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  explainBreak,
  findBreaks,
  formatPublished,
  parsePublished,
  resolve,
  type BuiltAddresses,
} from '../../src/lib/published.ts';
import { toNginxRules, toRedirectsFile } from '../../src/lib/redirects.ts';

const PUBLISHED = new Map([
  ['/objets/pod/', 'Pod'],
  ['/objets/pod/#pieges', 'Les pièges'],
  ['/objets/pod/#partage', 'Ce que partagent ses conteneurs'],
  ['/commandes/kubectl-get/', 'Lister'],
  ['/commandes/kubectl-get/#pods', 'kubectl get pods'],
]);

const built = (named: ReadonlyMap<string, string>, moved: [string, string][] = []): BuiltAddresses => ({
  named,
  moved: new Map(moved),
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
    .map((broken) => explainBreak(broken, PUBLISHED, site, FILES))
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

test('redirects are written for static hosts and for nginx, for the page and its Markdown, under a sub-path too', () => {
  const redirects = [{ from: '/objets/pods/', to: '/objets/pod/' }];
  assert.equal(
    toRedirectsFile(redirects, '/'),
    '/objets/pods/ /objets/pod/ 301\n/objets/pods/index.md /objets/pod/index.md 301\n',
  );
  assert.equal(
    toNginxRules(redirects, '/notes/').split('\n')[0],
    'location = /notes/objets/pods/ { return 301 /notes/objets/pod/; }',
  );
});
