import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One run of kubectl inside a line. */
export interface Call {
  /** The arguments as the shell gave them. */
  readonly args: readonly string[];
  /** What kubectl said on its error output. */
  readonly errors: string;
  /** Undefined when it did not end in time. */
  readonly status: number | undefined;
}

/** The calls of kubectl that the sandbox kept in a folder, in their order. */
export async function readCalls(folder: string): Promise<Call[]> {
  const names = await namesOf(folder, '.args');
  const all = await readArguments(folder, '.args');
  return Promise.all(
    names.map(async (name, index) => {
      const base = join(folder, name.slice(0, -'.args'.length));
      const errors = await readFile(`${base}.err`, 'utf8').catch(() => '');
      const status = await readFile(`${base}.rc`, 'utf8').catch(() => undefined);
      return { args: all[index] ?? [], errors, status: status === undefined ? undefined : Number(status) };
    }),
  );
}

/** The calls of a program in their order, by the names of the files in which the sandbox keeps them. */
const namesOf = async (folder: string, ending: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();

/** What the sandbox noted in a file, one entry before each NUL; nothing when there is no file. */
export const readList = async (path: string): Promise<string[]> =>
  (await readFile(path, 'utf8').catch(() => '')).split('\0').filter(Boolean);

/** The arguments of each call of a program, as the shell gave them: `.args` for kubectl, `.minikube` for minikube. */
export async function readArguments(folder: string, ending: string): Promise<string[][]> {
  const names = await namesOf(folder, ending);
  return Promise.all(names.map(async (name) => (await readFile(join(folder, name), 'utf8')).split('\0').slice(0, -1)));
}
