import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deprecationsOf, stepsOf } from '../../src/lib/kubectl/changes.ts';
import { coverageOf } from '../../src/lib/kubectl/coverage.ts';
import { grammarOf, type GrammarFile } from '../../src/lib/kubectl/grammar.ts';

/** Three small versions of kubectl, with a change of each sort. */
const FILE: GrammarFile = {
  versions: ['1.1.0', '1.2.0', '1.3.0'],
  base: {
    '': { flags: ["-n, --namespace=''"] },
    get: { aliases: ['g'], flags: ["--output='yaml'", '--old=false', "--for=''"] },
    set: { flags: [] },
    'set image': { flags: ['--all=false'] },
    options: { flags: [] },
  },
  changes: {
    '1.2': { '': { flags: ["-n, --namespace=''", "--token=''"] } },
    '1.3': {
      get: { flags: ["-o, --output='wide'", '--for=[]', "--new='' !use --output"] },
      options: null,
      wait: { flags: [] },
    },
  },
};

test('the changes of a version are told by command and flag, those of all commands once', () => {
  const [newest, older] = stepsOf(FILE);
  assert.deepEqual(older, { from: '1.1', to: '1.2', changes: [{ path: '', flag: 'token', what: 'added' }] });
  assert.deepEqual(newest?.changes, [
    { path: 'get', flag: 'for', what: 'repeatable' },
    { path: 'get', flag: 'new', what: 'added' },
    { path: 'get', flag: 'old', what: 'removed' },
    { path: 'get', flag: 'output', what: 'short', detail: '-o' },
    { path: 'get', flag: 'output', what: 'default', detail: "'yaml' → 'wide'" },
    { path: 'options', what: 'removed' },
    { path: 'wait', what: 'added' },
  ]);
});

test('what kubectl warns of is listed with its words', () => {
  assert.deepEqual(deprecationsOf(FILE, '1.2'), []);
  assert.deepEqual(deprecationsOf(FILE, '1.3'), [
    { path: 'get', flag: 'new', what: 'deprecated', detail: 'use --output' },
  ]);
});

test('a command is covered by the lines that run it, under any of its names, nested or piped', () => {
  const lines = ['kubectl g', 'echo $(kubectl set image)', 'kubectl set image --all | kubectl get', 'echo kubectl'];
  const examples = lines.map((command) => ({ command }));
  const covered = coverageOf(grammarOf(FILE, '1.1'), examples).map(({ path, examples: own }) => [path, own.length]);
  assert.deepEqual(covered, [
    ['get', 2],
    ['options', 0],
    ['set image', 2],
  ]);
});
