import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fillCommand, fillPlaces, placeholdersOf } from '../../src/lib/values.ts';

/** Values that a shell would read as something else, and what asks nothing of it. */
const VALUES = [
  'boutique-1',
  'a b',
  '  ',
  '$HOME',
  '$(echo non)',
  '`echo non`',
  "l'été à Nîmes",
  'dit "oui"',
  'un\\deux\\',
  'ligne 1\nligne 2',
  '\ttab\u0007 \u001b[201~\u009b',
  '!! !x',
  '*?[a]{1,2}',
  '~/x',
  '=ls',
  '#non',
  ';&|<>()',
  '<POD>',
  "'",
  '"',
  '-n',
  '🙂 %s',
];

/** Each context a placeholder may stand in, as arguments of printf, and what the shell must print of the word that holds it. */
const CONTEXTS: { command: string; word: (value: string) => string; place?: number }[] = [
  { command: '<X>', word: (value) => value },
  { command: '--flag=<X>', word: (value) => `--flag=${value}` },
  { command: 'type/<X>', word: (value) => `type/${value}` },
  { command: '<X>:/etc/hosts', word: (value) => `${value}:/etc/hosts` },
  { command: "'<X>!=v'", word: (value) => `${value}!=v` },
  { command: '"<X>/*=a:1"', word: (value) => `${value}/*=a:1` },
  { command: 'a\\ <X>', word: (value) => `a ${value}` },
  { command: `"$(printf '%s' '<X>')"`, word: (value) => value },
  { command: `"a $(printf '%s' "<X>") b"`, word: (value) => `a ${value} b` },
  { command: `"$(printf '%s' <X>)"`, word: (value) => value },
  { command: `'"' <X> '"'`, word: (value) => value, place: 1 },
  { command: `"it's" <X>`, word: (value) => value, place: 1 },
];

/** In UTF-8 whatever the machine's own language, as a reader's terminal is: elsewhere bash writes `\u00e9` as it stands. */
const run = (line: string): string[] =>
  execFileSync('bash', ['-c', line], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    .toString()
    .split('\0')
    .slice(0, -1);

for (const { command, word, place = 0 } of CONTEXTS) {
  test(`bash reads one word, and the value itself, in ${command}`, () => {
    for (const value of VALUES) {
      const filled = fillCommand(`printf '%s\\0' ${command}`, { X: value });
      const words = run(filled);
      assert.equal(words[place], word(value), filled);
      assert.equal(words.length, run(`printf '%s\\0' ${command.replace('<X>', 'x')}`).length, filled);
    }
  });
}

test('a filled line stays one line, and holds no character that acts on a terminal', () => {
  for (const { command } of CONTEXTS) {
    for (const value of VALUES) assert.doesNotMatch(fillCommand(command, { X: value }), /\p{Cc}/u);
  }
});

test('a key with a dot is one key of a path: kubectl reads a bare dot as the beginning of another', () => {
  for (const [command, filled] of [
    ["-o jsonpath='{.data.<KEY>}'", "-o jsonpath='{.data.tls\\.crt}'"],
    ["-o custom-columns='A:.metadata.labels.<KEY>'", "-o custom-columns='A:.metadata.labels.tls\\.crt'"],
    ['-o go-template=\'{{index .data "<KEY>"}}\'', '-o go-template=\'{{index .data "tls.crt"}}\''],
    ['-o jsonpath=\'{.a[?(@.b=="<KEY>")]}\'', '-o jsonpath=\'{.a[?(@.b=="tls.crt")]}\''],
    ["'{.data.<KEY>}'", "'{.data.tls.crt}'"],
  ] as const)
    assert.equal(fillCommand(command, { KEY: 'tls.crt' }), filled);
  assert.equal(fillCommand("-o jsonpath='{.data.<KEY>}'", { KEY: 'tls\\.crt' }), "-o jsonpath='{.data.tls\\.crt}'");
});

test('a value inside the JSON of a patch is still that text once the JSON is read', () => {
  for (const value of VALUES) {
    const filled = fillCommand(`printf '%s\\0' '{"a":"<X>","b":[{"c":"x-<X>"}]}'`, { X: value });
    assert.deepEqual(JSON.parse(run(filled)[0] ?? ''), { a: value, b: [{ c: `x-${value}` }] }, filled);
  }
});

test('a comment does not open quotes, and nothing leaves it', () => {
  assert.equal(fillCommand("ls # l'objet <X>\nrm <X>", { X: 'a b' }), "ls # l'objet a b\nrm 'a b'");
  assert.deepEqual(run(fillCommand("printf '%s\\0' un # <X>", { X: 'a\nprintf deux' })), ['un']);
});

test('what needs no quotes gets none', () => {
  const command = 'kubectl set image deployment/<DEPLOYMENT> <CONTAINER>=<IMAGE>';
  assert.equal(
    fillCommand(command, { DEPLOYMENT: 'boutique', CONTAINER: 'nginx', IMAGE: 'registry.fr:5000/a/b:1.2@sha256:0' }),
    'kubectl set image deployment/boutique nginx=registry.fr:5000/a/b:1.2@sha256:0',
  );
});

test('a placeholder without a value stays, and values are not filled in again', () => {
  assert.equal(fillCommand('kubectl cp <POD>:<PATH> .', { POD: '', NAME: 'x' }), 'kubectl cp <POD>:<PATH> .');
  assert.equal(fillCommand('echo <A> <B>', { A: '<B>', B: 'b' }), "echo '<B>' b");
  assert.equal(fillCommand('echo <pod> <1> \\<POD>', { POD: 'x' }), 'echo <pod> <1> \\<POD>');
});

test('says what stands for each placeholder, in their order', () => {
  assert.deepEqual(fillPlaces("x '<A>' <B> <A>", { A: "l'un" }), [
    { name: 'A', text: "l'\\''un" },
    { name: 'B', text: undefined },
    { name: 'A', text: "'l'\\''un'" },
  ]);
  assert.deepEqual(placeholdersOf('cp <POD>:<PATH> <POD>'), ['POD', 'PATH']);
});
