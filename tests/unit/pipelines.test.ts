import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readPagesAddress } from '../../scripts/hosting/pages-address.ts';
import packageFile from '../../package.json' with { type: 'json' };

const PROJECT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, PROJECT), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<
    Record<string, { needs?: string; permissions: Record<string, string>; 'timeout-minutes': number; steps: Step[] }>
  >;
}
interface GitLabJob {
  readonly stage: string;
  readonly script: string[];
  readonly artifacts?: { readonly paths: string[] };
}

const workflowFiles = readdirSync(new URL('.github/workflows/', PROJECT));
const workflows = workflowFiles.map((file) => {
  const source = read(`.github/workflows/${file}`);
  return { file, source, workflow: parse(source) as Workflow };
});
const gitlab = parse(read('.gitlab-ci.yml')) as Record<string, unknown> & { stages: string[]; image: string };
const gitlabJobs = ['test', 'pages', 'sbom'].map((name) => ({ name, ...(gitlab[name] as GitLabJob) }));

test('what the jobs run exists: scripts of package.json, files of the project', () => {
  const lines = [
    ...workflows.flatMap(({ workflow }) =>
      Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? '')),
    ),
    ...gitlabJobs.flatMap(({ script }) => script),
  ].join('\n');
  const scripts = [...lines.matchAll(/\bnpm (?:run (?:-s )?([\w:]+)|(test))/g)].map(([, run, own]) => run ?? own ?? '');
  const files = [...lines.matchAll(/\bscripts\/[\w./-]+/g)].map(([path]) => path);
  assert.ok(scripts.includes('build') && scripts.includes('test') && files.length > 2);
  assert.deepEqual(
    scripts.filter((name) => !(name in packageFile.scripts)),
    [],
  );
  assert.deepEqual(
    files.filter((path) => !existsSync(new URL(path, PROJECT))),
    [],
  );
});

test('an action is named by the whole of its commit, its version beside it', () => {
  for (const { file, source } of workflows)
    for (const [, used] of source.matchAll(/uses: (.*)$/gm))
      assert.match(used ?? '', /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, file);
});

test('one action has one commit in all the workflows', () => {
  const used = workflows.flatMap(({ source }) => [...source.matchAll(/uses: (\S+)@(\S+)/g)]);
  const commits = new Map(used.map(([, action, commit]) => [action, commit]));
  for (const [, action, commit] of used) assert.equal(commit, commits.get(action), action);
});

test('a job has the rights that it names, an end, and leaves no token in the checkout', () => {
  for (const { file, workflow } of workflows) {
    assert.deepEqual(workflow.permissions, {}, file);
    assert.ok(workflow.concurrency.group, file);
    assert.ok(
      !('pull_request_target' in workflow.on),
      `${file}: it would give a stranger's code the rights of the project`,
    );
    for (const [name, { permissions, steps, needs, ...job }] of Object.entries(workflow.jobs)) {
      const where = `${file}, ${name}`;
      assert.ok(Object.keys(permissions).length > 0 && job['timeout-minutes'] <= 30, where);
      assert.ok(needs === undefined || needs in workflow.jobs, where);
      for (const step of steps) {
        if (step.uses?.startsWith('actions/checkout@')) assert.equal(step.with?.['persist-credentials'], false, where);
        // A title or a branch written in a command would be run by it.
        assert.doesNotMatch(step.run ?? '', /\$\{\{/, where);
      }
    }
  }
});

test('a right to write is only given to the jobs that publish', () => {
  const writers = workflows.flatMap(({ workflow }) =>
    Object.entries(workflow.jobs).flatMap(([name, { permissions }]) =>
      Object.entries(permissions).flatMap(([right, level]) => (level === 'write' ? [`${name}: ${right}`] : [])),
    ),
  );
  assert.deepEqual(writers.sort(), ['deploy: id-token', 'deploy: pages', 'image: packages', 'sbom: contents']);
});

test('GitLab runs the tests, then publishes what Pages serves', () => {
  assert.equal(gitlab.image, `node:${packageFile.dependencies.node}-bookworm`);
  for (const { name, stage } of gitlabJobs) assert.ok(gitlab.stages.includes(stage), name);
  const [, pages] = gitlabJobs;
  assert.deepEqual(pages?.artifacts?.paths, ['public']);
  // What fails in there stops nothing, and « export » alone prints every variable of the job, its secrets too.
  for (const { name, script } of gitlabJobs) assert.doesNotMatch(script.join('\n'), /export \$\(/, name);
  // Moved beside our own public/, the site would stand in public/dist/.
  assert.ok(pages.script.includes('rm -r public && mv dist public'));
});

test('Renovate keeps to presets that pin', () => {
  const { extends: presets } = JSON.parse(read('.github/renovate.json')) as { extends: string[] };
  assert.ok(presets.includes('config:best-practices'));
});

test('the address of a Pages site gives the two settings of a build', () => {
  for (const [address, site, base] of [
    ['https://team.example', 'https://team.example', '/'],
    ['https://team.example/', 'https://team.example', '/'],
    ['https://team.example/notes', 'https://team.example', '/notes/'],
    ['http://team.example:8443/group/sub/notes/', 'http://team.example:8443', '/group/sub/notes/'],
  ] as const)
    assert.equal(readPagesAddress(address), `SITE=${site}\nBASE=${base}\n`);
  for (const wrong of ['', 'null', 'team.example/notes', 'ftp://team.example'])
    assert.throws(() => readPagesAddress(wrong), /address of a site/);
});
