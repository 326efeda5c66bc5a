import { parseArgs } from 'node:util';
import { installKubectl } from '../kubectl/install.ts';
import { minorOf, RELEASES, type KubectlRelease } from '../kubectl/versions.ts';
import { findProblems, readMinikubeCommands, runCommands, runContent } from './content.ts';
import { checkLines } from './lines.ts';
import { checkManifests } from './manifest.ts';
import { checkPage } from './page-report.ts';
import { makeRecord, readRecord, writeRecord, type VersionRun } from './record.ts';

const USAGE = `npm run verify                                        every command of content/, with every kubectl; keeps the record
npm run --silent verify -- --file LINES.txt           one command a line, one JSON object a line
npm run --silent verify -- --manifest FILE.yaml …     each problem of a manifest, one JSON object a line
npm run --silent verify -- --page PAGE.mdx            each command of a page of content/, one JSON object a line
  --kubectl 1.36   with that one only, for lines or a page`;

/** Checks the file, the manifests, or the content when there is neither; tells whether all is well. */
async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      file: { type: 'string' },
      page: { type: 'string' },
      manifest: { type: 'string', multiple: true },
      kubectl: { type: 'string' },
    },
  });
  if (values.file === undefined && values.page === undefined && !values.manifest) {
    if (positionals.length > 0)
      throw new Error(`« ${positionals.join(' ')} »: say --file, --page or --manifest before it.`);
    return verifyContent();
  }
  const reports = [
    ...(values.file === undefined ? [] : await checkLines(values.file, releasesOf(values.kubectl))),
    ...(values.page === undefined ? [] : await checkPage(values.page, releasesOf(values.kubectl))),
    // A pattern of the shell may name several: `--manifest content/objects/manifests/*.yaml`.
    ...(values.manifest ? await checkManifests([...values.manifest, ...positionals]) : []),
  ];
  for (const report of reports) console.log(JSON.stringify(report));
  return reports.every(({ verdict }) => verdict !== 'refused');
}

/** The releases of a minor version, all when none is asked for. */
function releasesOf(minor: string | undefined): readonly KubectlRelease[] {
  const found = RELEASES.filter(({ version }) => minor === undefined || minorOf(version) === minor);
  if (found.length > 0) return found;
  throw new Error(
    `kubectl ${minor} is not in versions.ts: ${RELEASES.map(({ version }) => minorOf(version)).join(', ')}.`,
  );
}

/** Runs the content with every kubectl, and keeps the record when nothing is wrong. */
async function verifyContent(): Promise<boolean> {
  const runs: VersionRun[] = [];
  for (const kubectl of await installKubectl(RELEASES)) runs.push({ kubectl, checked: await runContent(kubectl) });
  const newest = runs.at(-1)?.kubectl;
  const minikube = newest ? findProblems(await runCommands(newest, await readMinikubeCommands()), newest.version) : [];
  const problems = [...runs.flatMap(({ kubectl, checked }) => findProblems(checked, kubectl.version)), ...minikube];
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) {
    console.error(`${problems.length} problem(s): the record in src/data/verified.json is left as it was.`);
    return false;
  }
  const record = makeRecord(runs, await readRecord(), new Date().toISOString().slice(0, 10));
  await writeRecord(record);
  console.error(`${record.commands.length} commands kept in src/data/verified.json.`);
  return true;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}
