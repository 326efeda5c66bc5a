import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Seen } from './api/seen.ts';
import type { ApiStandIn } from './api/server.ts';
import { readArguments, readCalls, readList, type Call } from './calls.ts';
import { fixturesFor, type PageFiles } from './fixtures/files.ts';
import { makeKubeconfig } from './fixtures/kubeconfig.ts';
import { findFreeVariables } from './shell-pitfalls.ts';
import type { Sandbox } from './sandbox.ts';
import { inSession } from './shell-session.ts';

/** What happened when a line was run. */
export interface Run {
  readonly calls: readonly Call[];
  /** The arguments of each minikube, which is not run. */
  readonly minikube: readonly (readonly string[])[];
  /** What bash itself refused: a syntax, an unset variable, a file to read. */
  readonly shellErrors: readonly string[];
  readonly missingPrograms: readonly string[];
  readonly requests: readonly Seen[];
  /** The hosts beyond loopback that it wanted to reach. */
  readonly outside: readonly string[];
  /** kubectl's configuration after it, undefined when it is as before. */
  readonly config: string | undefined;
  readonly output: string;
  /** It was stopped before it ended by itself. */
  readonly isStuck: boolean;
}

/** What a line is run with. */
export interface Place {
  readonly sandbox: Sandbox;
  readonly api: ApiStandIn;
  /** When the line is one of a page, whose lines share a home. */
  readonly page?: PageHome;
}

/** The folder in which the lines of a page are run one after another, and what is in it. */
interface PageHome extends PageFiles {
  readonly home: string;
  /** kubectl's configuration as an earlier line has made it; undefined when none has changed it. */
  readonly config: string | undefined;
}

/** Enough for a loop of many commands on a machine with much else to do: no line that is right takes a tenth of it. */
const LONGEST_MS = 90_000;
const SHELL_ERROR = /^(?:\/bin\/)?bash: (?:-c: )?(?:line \d+: |-c: )/;
const EXAMPLES: Readonly<Record<string, string>> = {
  NS: 'dev',
  NAMESPACE: 'dev',
  NODE: 'noeud-1',
  PORT: '8080',
  IMAGE: 'nginx:1.28',
  KUBECONFIG: '',
  NODE_PORT: '30080',
  REPLICAS: '2',
};

/**
 * Runs a line through bash as it would be pasted, with nothing of this machine around it: a home and a folder of its
 * own, the programs of the sandbox, a cluster that stands on loopback.
 */
export async function runLine(line: string, place: Place): Promise<Run> {
  const { sandbox, api, page } = place;
  const home = page?.home ?? (await mkdtemp(join(sandbox.root, 'home-')));
  const calls = await mkdtemp(join(home, '.calls-'));
  const folder = join(home, 'work');
  const config = join(home, '.kube', 'config');
  await mkdir(folder, { recursive: true });
  api.announcements = calls;
  const kubeconfig = page?.config ?? makeKubeconfig(line, api.url);
  await writeTree(folder, home, fixturesFor(line, kubeconfig, page));
  await writeTree(folder, home, new Map([['~/.kube/config', kubeconfig]]), 'w');
  const output = await execute(inSession(line, page !== undefined), folder, {
    ...variablesFor(line),
    PATH: sandbox.bin,
    HOME: home,
    KUBECONFIG: config,
    KUBECACHEDIR: sandbox.cache,
    BASH_ENV: sandbox.rc,
    VERIFY_CALLS: calls,
    // What is bound for elsewhere ends at the stand-in, which refuses it.
    VERIFY_PROXY: api.url,
    ...ENVIRONMENT,
  });
  const configAfter = await readFile(config, 'utf8').catch(() => '');
  const run: Run = {
    calls: await readCalls(calls),
    minikube: await readArguments(calls, '.minikube'),
    shellErrors: output.errors
      .split('\n')
      .filter((text) => SHELL_ERROR.test(text))
      .map((text) => text.replace('/bin/', '')),
    missingPrograms: await readList(join(calls, 'missing')),
    requests: [...api.seen],
    outside: [...(await readList(join(calls, 'outside'))), ...api.outside],
    config: configAfter === kubeconfig ? undefined : configAfter,
    output: output.text,
    isStuck: output.isStuck,
  };
  await rm(page ? calls : home, { recursive: true, force: true });
  return run;
}

const ENVIRONMENT = {
  // An editor that changes nothing: `kubectl edit` opens it, then says that nothing was changed.
  EDITOR: 'true',
  KUBE_EDITOR: 'true',
  TERM: 'dumb',
  LC_ALL: 'C.UTF-8',
  // kubectl lives for a few milliseconds: collecting its garbage costs a seventh of them.
  GOGC: 'off',
};

/** A value for each variable that the reader would have set before. */
const variablesFor = (line: string): Record<string, string> =>
  Object.fromEntries(findFreeVariables(line).map((name) => [name, EXAMPLES[name.toUpperCase()] ?? 'boutique']));

/** Writes files, of which an earlier line of the page may have made one already, unless told otherwise. */
async function writeTree(
  folder: string,
  home: string,
  files: ReadonlyMap<string, string>,
  flag: 'w' | 'wx' = 'wx',
): Promise<void> {
  for (const [path, text] of files) {
    const target = path.startsWith('~/') ? join(home, path.slice(2)) : join(folder, path);
    // An absolute path, or one that climbs, would leave the folder.
    if (!target.startsWith(home)) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, { flag }).catch(() => undefined);
  }
}

interface Output {
  readonly text: string;
  readonly errors: string;
  readonly isStuck: boolean;
}

function execute(line: string, cwd: string, env: Record<string, string>): Promise<Output> {
  return new Promise((done) => {
    // A group of its own, so that what it leaves running ends with it.
    const shell = spawn('/bin/bash', ['-u', '-c', '--', line], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { pid } = shell;
    const stop = (): void => {
      try {
        if (pid) process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    let isStuck = false;
    const timer = setTimeout(() => {
      isStuck = true;
      stop();
    }, LONGEST_MS);
    let text = '';
    let errors = '';
    shell.stdout.on('data', (data: Buffer) => (text += data.toString()));
    shell.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    shell.on('exit', () => {
      clearTimeout(timer);
      stop();
    });
    shell.on('close', () => {
      done({ text, errors, isStuck });
    });
  });
}
