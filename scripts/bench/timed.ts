import { execFileSync, spawn } from 'node:child_process';

/** What a command took. */
export interface Cost {
  readonly seconds: number;
  /** The most memory that it and the processes that it started held, each at its own peak, in MiB; 0 where `ps` is missing. */
  readonly megabytes: number;
}

/** The memory in MiB of each process below one, itself included. */
function readMemory(root: number): Map<number, number> {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = new Set([root]);
  // A parent may be listed after its child: the list is read until nothing is added.
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const [pid = 0, parent = 0] of rows) if (found.has(parent)) found.add(pid);
  }
  return new Map(rows.flatMap(([pid = 0, , rss = 0]) => (found.has(pid) ? [[pid, rss / 1024] as const] : [])));
}

/**
 * Runs Node on a script and says what it cost.
 * @throws Error with the end of what it said when it fails
 */
export async function runTimed(script: string, args: readonly string[], cwd: string): Promise<Cost> {
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-4000)));
  const peaks = new Map<number, number>();
  const watch = setInterval(() => {
    try {
      for (const [pid, memory] of readMemory(child.pid ?? 0)) peaks.set(pid, Math.max(memory, peaks.get(pid) ?? 0));
    } catch {
      clearInterval(watch);
    }
  }, 250);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} failed in ${cwd}:\n${said}`);
  const megabytes = [...peaks.values()].reduce((total, peak) => total + peak, 0);
  return { seconds: (performance.now() - start) / 1000, megabytes: Math.round(megabytes) };
}
