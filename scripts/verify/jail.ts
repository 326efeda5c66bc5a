import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Kubectl } from '../kubectl/install.ts';
import type { Outcome, Task } from './perform.ts';

/** What is done in a jail. */
export interface Job {
  readonly tasks: readonly Task[];
  readonly kubectl: Kubectl;
}

/** What the jail says meanwhile, then at the end. */
export type Said = { readonly done: number } | { readonly outcomes: Outcome[] } | { readonly failed: string };

const JAILED = fileURLToPath(new URL('jailed.ts', import.meta.url));
/** A network of its own has loopback only, and down. */
const RAISE = 'ip link set lo up && exec "$0" "$@"';

/**
 * How to run a program in a network namespace that has loopback and nothing else: nothing can leave it, whatever a line
 * does about proxies. Needs Linux, util-linux, iproute2, and the right to make a namespace.
 * @returns the words to put before the program, undefined where the system does not allow it
 */
export function findJail(): readonly string[] | undefined {
  found ??=
    [
      ['unshare', '--net'],
      ['unshare', '--net', '--map-root-user'],
    ].find(([program = '', ...args]) => spawnSync(program, [...args, 'sh', '-c', RAISE, 'true']).status === 0) ??
    'none';
  return found === 'none' ? undefined : [...found, 'sh', '-c', RAISE];
}

let found: readonly string[] | 'none' | undefined;

/**
 * Runs tasks in a jail, in another process.
 * @throws Error when that process ends without an answer
 */
export function performInJail(jail: readonly string[], job: Job, onDone?: (done: number) => void): Promise<Outcome[]> {
  const [program, ...args] = [...jail, process.execPath, JAILED];
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
    child.on('message', (said: Said) => {
      if ('done' in said) onDone?.(said.done);
      else if ('failed' in said) fail(new Error(said.failed));
      else done(said.outcomes);
    });
    child.on('error', fail);
    child.on('exit', (code) => {
      fail(new Error(`The process that runs the commands without a network ended with the status ${code}.`));
    });
    child.send(job);
  });
}
