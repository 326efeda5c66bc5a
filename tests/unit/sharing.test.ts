import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { drawCard, fitCard } from '../../src/lib/card/draw.ts';
import { wordsOf } from '../../src/lib/card/layout.ts';
import { commandName, glimpse } from '../../src/lib/command-name.ts';
import { editAddress, historyAddress } from '../../src/lib/edit-address.ts';
import { readHistory } from '../../src/lib/git-history.ts';
import { sayChange } from '../../src/lib/history-words.ts';
import { structuredData } from '../../src/lib/structured-data.ts';

const CARD = { title: 'Lister des objets', command: 'kubectl get pods -n <NAMESPACE>', siteName: 'Carnet' };

function inFolder<T>(use: (folder: string) => T): T {
  return use(mkdtempSync(join(tmpdir(), 'carnet-')));
}

test('a short title is drawn large, a longer one smaller', () => {
  const short = fitCard(CARD, 'x.mdx');
  const long = fitCard(
    { ...CARD, title: 'Donner des droits à un compte de service dans un namespace, sans en donner plus' },
    'x.mdx',
  );
  assert.equal(short.title, 92);
  assert.ok(long.title < short.title);
});

test('a title too long for the card is named with its file and the length that fits', () => {
  const title = 'Garder des Pods disponibles pendant l’entretien des nœuds du cluster et des machines '.repeat(4);
  assert.throws(
    () => fitCard({ ...CARD, title }, 'content/objects/pod.mdx'),
    (error: Error) => {
      assert.match(error.message, /^content\/objects\/pod\.mdx : title/);
      const fits = Number(/raccourcissez-le à (\d+) caractères/.exec(error.message)?.[1]);
      assert.ok(fits > 60 && fits < title.length);
      return true;
    },
  );
});

test('a word that nothing cuts is drawn small enough to stand on one line', () => {
  const { title } = fitCard({ ...CARD, title: 'CreateContainerConfigError' }, 'x.mdx');
  assert.ok(title < 92 && title > 62);
  assert.throws(
    () => fitCard({ ...CARD, title: 'CreateContainerConfigErrorTwiceAsLong' }, 'x.mdx'),
    /x\.mdx : title\n.* a un mot trop long/,
  );
});

test('a command too long for the card is named with its file', () => {
  assert.throws(
    () => fitCard({ ...CARD, command: `kubectl get ${'pods,'.repeat(120)}` }, 'a.mdx'),
    /a\.mdx : examples\.0/,
  );
});

test('an unchanged card comes from the cache, a changed one is drawn', () =>
  inFolder(async (folder) => {
    await drawCard(CARD, 'x.mdx', { folder, version: '1' });
    const [file = ''] = readdirSync(folder);
    writeFileSync(join(folder, file), 'drawn before');
    const first = await drawCard(CARD, 'x.mdx', { folder, version: '1' });
    assert.equal(String(first), 'drawn before');
    assert.notDeepEqual(await drawCard({ ...CARD, title: 'Autre' }, 'x.mdx', { folder, version: '1' }), first);
    rmSync(folder, { recursive: true });
  }));

test('a command is cut at its spaces, its placeholders apart', () => {
  assert.deepEqual(
    wordsOf('kubectl logs <POD>').map((word) => word.map(({ text }) => text).join('')),
    ['kubectl', 'logs', '<POD>'],
  );
  assert.deepEqual(wordsOf('kubectl cp <POD>:/tmp x')[2], [
    { text: '<POD>', className: 'tok-placeholder' },
    { text: ':/tmp', className: undefined },
  ]);
});

test('the name of a command is the words that its page is called by', () => {
  assert.equal(commandName('kubectl-rollout-undo', ['kubectl rollout undo deployment/x']), 'kubectl rollout undo');
  assert.equal(commandName('kubectl-api-resources', ['kubectl api-resources']), 'kubectl api-resources');
  assert.equal(commandName('kubectl-get-filter', ['kubectl get pods -l app=x']), undefined);
});

test('a list shows a long command by its first words, and that there is more', () => {
  assert.equal(glimpse('kubectl get pods'), 'kubectl get pods');
  assert.equal(
    glimpse('kubectl create pdb <NAME> --selector=app=boutique --max-unavailable=1'),
    'kubectl create pdb <NAME> --selector=…',
  );
  assert.equal(
    glimpse("kubectl get pods -o jsonpath='{.items[*].status.podIP}' --all"),
    'kubectl get pods -o jsonpath=…',
  );
});

test('the address to edit a page is the prefix and its file; a wrong prefix is named with its form', () => {
  assert.equal(
    editAddress('https://git.example/edit/main/', 'content/a.mdx'),
    'https://git.example/edit/main/content/a.mdx',
  );
  assert.equal(editAddress(undefined, 'content/a.mdx'), undefined);
  assert.throws(() => editAddress('https://git.example/edit/main', 'a'), /EDIT_URL.*\n.*https:\/\/github\.com/);
});

test('the changes of a page are told beside where it is edited, for the forges that have both', () => {
  const told = {
    'https://gitlab.example/k8s/carnet/-/edit/main/': 'https://gitlab.example/k8s/carnet/-/commits/main/a.mdx',
    'https://github.com/k8s/carnet/edit/main/': 'https://github.com/k8s/carnet/commits/main/a.mdx',
    'https://codeberg.org/k8s/carnet/_edit/main/': 'https://codeberg.org/k8s/carnet/commits/branch/main/a.mdx',
  };
  for (const [prefix, address] of Object.entries(told)) assert.equal(historyAddress(prefix, 'a.mdx'), address);
  assert.equal(historyAddress('https://forge.example/change/', 'a.mdx'), undefined);
  assert.equal(historyAddress(undefined, 'a.mdx'), undefined);
});

const dates = (history: ReturnType<typeof readHistory>): Map<string, string | undefined> =>
  new Map([...history].map(([path, changes]) => [path, changes[0]?.date]));

test('a page tells what it went through, by day, and the day of its last change; what git cannot know for sure is left out', () => {
  inFolder((folder) => {
    assert.equal(readHistory(folder, 'content').size, 0, 'outside a repository');
    const origin = join(folder, 'origin');
    mkdirSync(join(origin, 'content'), { recursive: true });
    const git = (cwd: string, day: string, ...args: string[]): void => {
      const date = `${day}T12:00:00Z`;
      const identity = {
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@a',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@a',
      };
      execFileSync('git', args, {
        cwd,
        stdio: 'ignore',
        env: { ...process.env, ...identity, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      });
    };
    const commit = (day: string, name: string, text: string): void => {
      writeFileSync(join(origin, 'content', name), text);
      git(origin, day, 'add', '.');
      git(origin, day, 'commit', '-m', name);
    };
    git(origin, '2026-01-01', 'init');
    commit('2026-01-01', 'old.mdx', 'a');
    commit('2026-02-02', 'middle.mdx', 'a');
    commit('2026-03-03', 'nœud.mdx', 'a');
    const example = (id: string, command: string): string => `  - id: ${id}\n    title: T\n    command: ${command}\n`;
    commit('2026-04-04', 'page.mdx', example('a', 'kubectl get pods'));
    commit('2026-04-05', 'page.mdx', example('a', 'kubectl get pods -A') + example('b', 'kubectl version'));
    commit('2026-04-05', 'page.mdx', `${example('a', 'kubectl get pods -A')}  - id: c\n    lines: '1'\n    said: x\n`);
    commit(
      '2026-04-06',
      'page.mdx',
      `${example('a', 'kubectl get pods -A')}  - id: c\n    lines: '2'\n    said: x\n++ text\n`,
    );
    const history = readHistory(origin, 'content').get('content/page.mdx') ?? [];
    assert.deepEqual(
      history.map((change) => `${change.date} ${sayChange(change)}`),
      [
        '2026-04-06 Texte revu',
        '2026-04-05 1 exemple ajouté, 1 exemple retiré, 1 commande modifiée, 1 correction des notes',
        '2026-04-04 Page créée',
      ],
    );
    const all = dates(readHistory(origin, 'content'));
    assert.equal(all.get('content/old.mdx'), '2026-01-01');
    assert.equal(all.get('content/nœud.mdx'), '2026-03-03');
    writeFileSync(join(origin, 'content', 'nœud.mdx'), 'b');
    assert.equal(readHistory(origin, 'content').has('content/nœud.mdx'), false, 'changed since');
    git(folder, '2026-03-03', 'clone', '--depth', '2', `file://${origin}`, 'shallow');
    const shallow = dates(readHistory(join(folder, 'shallow'), 'content'));
    assert.deepEqual([...shallow], [['content/page.mdx', '2026-04-06']]);
    rmSync(folder, { recursive: true });
  });
});

test('structured data cannot close its script', () => {
  const article = {
    title: '</script>',
    description: '',
    address: 'https://a/',
    image: 'https://a/',
    changed: undefined,
    trail: [],
  };
  assert.doesNotMatch(structuredData(article), /</);
});
