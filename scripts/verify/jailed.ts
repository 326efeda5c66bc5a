import type { Job, Said } from './jail.ts';
import { performAll } from './perform.ts';

// Runs in a network namespace that has loopback only: see jail.ts.
const say = (said: Said): Promise<void> =>
  new Promise((done) => {
    process.send?.(said, () => {
      done();
    });
  });

process.once('message', (job: Job) => {
  void performAll(job.tasks, job.kubectl, (done) => void say({ done }))
    .then((outcomes) => say({ outcomes }))
    .catch((error: unknown) => say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
    .finally(() => {
      process.disconnect();
    });
});
