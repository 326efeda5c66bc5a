import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import file from '../../src/data/kubectl-grammar.json' with { type: 'json' };
import { readContent } from '../../src/lib/content/read.ts';
import { coverageOf } from '../../src/lib/kubectl/coverage.ts';
import { deprecationsOf } from '../../src/lib/kubectl/changes.ts';
import { grammarOf } from '../../src/lib/kubectl/grammar.ts';
import { parseLine } from '../../src/lib/kubectl/parse.ts';
import { commandSchema } from '../../src/lib/schema.ts';

const newest = grammarOf(file);
const examples = (await readContent(fileURLToPath(new URL('../../content/', import.meta.url)))).flatMap(
  ({ path, data }) => (commandSchema.safeParse(data).data?.examples ?? []).map((example) => ({ path, ...example })),
);

for (const { path, examples: own } of coverageOf(newest, examples)) {
  test(`kubectl ${path} has an example`, () => {
    assert.ok(
      own.length > 0,
      `kubectl ${newest.version} a la commande « ${path} », qu'aucun exemple n'emploie : ajoutez-en un dans content/commands/ (voir content/README.md).`,
    );
  });
}

test('no example uses what the newest kubectl warns of', () => {
  const warned = new Set(deprecationsOf(file, newest.version).map(({ path, flag = '' }) => `${path} --${flag}`));
  const users = examples.filter(({ command }) =>
    parseLine(command, newest).some((part) => part.kind === 'flag' && warned.has(`${part.path} --${part.flag.long}`)),
  );
  assert.deepEqual(users.map(({ path, id }) => `${path}#${id}`), []);
});
