import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { skip } from './kubectl.ts';

const MAIN = fileURLToPath(new URL('../../scripts/verify/main.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'lines-'));
after(() => rm(folder, { recursive: true }));

interface Result {
  readonly code: number;
  readonly reports: Record<string, unknown>[];
  readonly errors: string;
}

/** Runs `npm run verify -- …` as a writer does. */
const run = (...args: string[]): Promise<Result> =>
  new Promise((done) => {
    execFile(process.execPath, [MAIN, ...args], (error, stdout, errors) => {
      const reports = stdout.split('\n').filter(Boolean);
      done({
        code: typeof error?.code === 'number' ? error.code : 0,
        reports: reports.map((line) => JSON.parse(line) as Record<string, unknown>),
        errors,
      });
    });
  });

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test('a file of lines gets one JSON object a line, and the status 1 when one is refused', { skip }, async () => {
  const file = await write(
    'lines.txt',
    '# mine\nkubectl logs <POD>\n\nkubectl get podz\nkubectl get componentstatuses\n',
  );
  const { code, reports } = await run('--file', file, '--kubectl', '1.36');
  assert.equal(code, 1);
  assert.deepEqual(
    reports.map(({ command, verdict }) => [command, verdict]),
    [
      ['kubectl logs <POD>', 'ok'],
      ['kubectl get podz', 'refused'],
      ['kubectl get componentstatuses', 'deprecated'],
    ],
  );
  assert.match(String(reports[1]?.why), /resource type "podz" \(did you mean pods?\?\)/);
});

test('a here-document is one command', { skip }, async () => {
  const text =
    'kubectl apply -f - <<EOF\nkind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\nEOF\nkubectl get pods\n';
  const { code, reports } = await run('--file', await write('here.txt', text), '--kubectl', '1.36');
  assert.deepEqual([code, reports.length], [0, 2]);
});

test('a manifest gets each of its problems, and the status 1', async () => {
  const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, images: nginx:1.28}]\n';
  const file = await write('pod.yaml', text);
  const { code, reports } = await run('--manifest', file);
  assert.equal(code, 1);
  const [report] = reports;
  assert.deepEqual([report?.file, report?.verdict, report?.line], [file, 'refused', 5]);
  assert.match(String(report?.why), /image/);
});

test('a page gets one JSON object for each of its commands, with its place', { skip }, async () => {
  const { code, reports } = await run('--page', 'content/objects/labels.mdx');
  assert.equal(code, 0);
  const [report] = reports;
  assert.deepEqual([report?.file, report?.verdict], ['content/objects/labels.mdx', 'ok']);
  assert.match(String(report?.command), /^kubectl get pods -l app=boutique/);
  const absent = await run('--page', 'content/objects/absent.mdx');
  assert.equal(absent.code, 2);
  assert.match(absent.errors, /absent\.mdx: it is not a page of content\//);
});

test('a file that is not there, or an unknown kubectl, says so and gets the status 2', async () => {
  const { code, errors } = await run('--file', join(folder, 'absent.txt'));
  assert.equal(code, 2);
  assert.match(errors, /absent\.txt: can't be read \(ENOENT\)/);
  const unknown = await run('--file', await write('one.txt', 'kubectl get pods\n'), '--kubectl', '1.2');
  assert.equal(unknown.code, 2);
  assert.match(unknown.errors, /kubectl 1\.2 is not in versions\.ts: 1\.34, 1\.35, 1\.36/);
});
