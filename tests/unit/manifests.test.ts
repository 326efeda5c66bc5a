import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { findSentence, readFieldLines } from '../../src/lib/manifests/explain.ts';
import { validateManifests, writeProblem } from '../../src/lib/manifests/validate.ts';

interface Right {
  name: string;
  manifest: string;
}
interface Wrong {
  from: string;
  replace: string;
  by: string;
  line?: number;
  at: string;
  says: string;
}

const read = (name: string): unknown => parse(readFileSync(new URL(`manifests/${name}`, import.meta.url), 'utf8'));
const right = read('right.yaml') as Right[];
const wrong = read('wrong.yaml') as Wrong[];

test('there are at least forty of each', () => {
  assert.ok(right.length >= 40, `${right.length} right`);
  assert.ok(wrong.length >= 40, `${wrong.length} wrong`);
});

for (const { name, manifest } of right) {
  test(`accepts ${name}`, () => {
    assert.deepEqual(validateManifests(manifest, 'm.yaml').map(writeProblem), []);
  });
}

for (const { from, replace, by, line, at, says } of wrong) {
  test(`refuses « ${by || replace} » in ${from}`, () => {
    const manifest = right.find(({ name }) => name === from)?.manifest ?? '';
    assert.ok(manifest.includes(replace), `« ${replace} » is not in ${from}`);
    const problems = validateManifests(manifest.replace(replace, by), 'm.yaml');
    const found = problems.find(({ path }) => path === at);
    assert.ok(found, `nothing at « ${at} » : ${problems.map(writeProblem).join('\n') || 'accepted'}`);
    assert.ok(writeProblem(found).includes(says), writeProblem(found));
    if (line !== undefined) assert.equal(found.line, line, writeProblem(found));
  });
}

test('says the line in the document where it stands', () => {
  const [problem] = validateManifests(
    '# a\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: {}\n',
    'm.yaml',
  );
  assert.equal(
    problem && writeProblem(problem),
    'm.yaml:6: spec.containers : champ obligatoire manquant : « containers ».',
  );
});

test('reads the fields of each line, the chosen keys apart, and what kubectl explains of them', () => {
  const [lines = []] = readFieldLines(
    'apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    app.example/nom: a\nspec:\n  containers:\n    - name: a\n',
  );
  assert.deepEqual(
    lines.map(({ line, explain }) => `${line} ${explain.replace('kubectl explain ', '')}`),
    [
      '1 pod.apiVersion',
      '2 pod.kind',
      '3 pod.metadata',
      '4 pod.metadata.labels',
      '5 pod.metadata.labels',
      '6 pod.spec',
      '7 pod.spec.containers',
      '8 pod.spec.containers.name',
    ],
  );
  const find = (line: number, ...known: [string, string][]): string | undefined => {
    const field = lines.find((one) => one.line === line);
    return field && findSentence(field, new Map(known));
  };
  assert.equal(find(5, ['labels.*', 'Une étiquette.'], ['metadata', 'x']), 'Une étiquette.');
  assert.equal(
    find(8, ['name', 'x'], ['containers.name', 'y'], ['Pod spec.containers.name', 'Le conteneur.']),
    'Le conteneur.',
  );
  assert.equal(find(6, ['metadata', 'x']), undefined);
});
