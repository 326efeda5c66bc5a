import { execFileSync, spawn } from 'node:child_process';

/** What a command took. */
export interface Cost {
  readonly seconds: number;
  /** Of the processor, whoever else uses the machine. */
  readonly processor: number;
  /** The most memory that it and the processes that it started held, each at its own peak, in MiB; 0 where `ps` is missing. */
  readonly megabytes: number;
}

/** What each process below one holds and has taken, itself included. */
function readProcesses(root: number): { pid: number; megabytes: number; processor: number }[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,time='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', memory = '', time = ''] = line.trim().split(/\s+/);
      const processor = time.split(/[-:]/).reduce((total, part) => total * 60 + Number(part), 0);
      return { pid: Number(pid), parent: Number(parent), megabytes: Number(memory) / 1024, processor };
    });
  const found = new Set([root]);
  // A parent may be listed after its child: the list is read until nothing is added.
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const { pid, parent } of rows) if (found.has(parent)) found.add(pid);
  }
  return rows.filter(({ pid }) => found.has(pid));
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
  const taken = new Map<number, number>();
  const watch = setInterval(() => {
    try {
      for (const { pid, megabytes, processor } of readProcesses(child.pid ?? 0)) {
        peaks.set(pid, Math.max(megabytes, peaks.get(pid) ?? 0));
        taken.set(pid, processor);
      }
    } catch {
      clearInterval(watch);
    }
  }, 250);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} failed in ${cwd}:\n${said}`);
  const sum = (values: Map<number, number>): number => [...values.values()].reduce((total, value) => total + value, 0);
  return {
    seconds: (performance.now() - start) / 1000,
    processor: sum(taken),
    megabytes: Math.round(sum(peaks)),
  };
}
