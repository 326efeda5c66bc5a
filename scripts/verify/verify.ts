import type { Kubectl } from '../kubectl/install.ts';
import { findJail, performInJail } from './jail.ts';
import { performAll, type Outcome, type Task } from './perform.ts';

/**
 * Runs tasks with one kubectl, two at a time, without any network but loopback where the system allows it.
 * @param onDone called after each, with how many are done
 * @returns one outcome for each task, in their order
 */
export function verify(tasks: readonly Task[], kubectl: Kubectl, onDone?: (done: number) => void): Promise<Outcome[]> {
  if (tasks.length === 0) return Promise.resolve([]);
  const jail = findJail();
  return jail ? performInJail(jail, { tasks, kubectl }, onDone) : performAll(tasks, kubectl, onDone);
}
