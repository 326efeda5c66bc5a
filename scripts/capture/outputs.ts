import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CapturedOutput } from '../../src/lib/outputs.ts';
import { readContentExamples, type Found } from '../verify/extract.ts';
import type { Kubectl } from '../kubectl/install.ts';
import { fillPlaceholders, readPlaceholders } from '../verify/placeholders.ts';
import { verify } from '../verify/verify.ts';

/** Where the outputs are kept. */
export const OUTPUTS = fileURLToPath(new URL('../../src/data/outputs.json', import.meta.url));

/** What is kept of the outputs: one entry for each example that has one. */
export const readOutputs = async (file = OUTPUTS): Promise<CapturedOutput[]> =>
  JSON.parse(await readFile(file, 'utf8')) as CapturedOutput[];

/** Keeps the outputs, one a line, in the order of their commands. */
export async function writeOutputs(outputs: readonly CapturedOutput[], file = OUTPUTS): Promise<void> {
  const lines = [...outputs].sort((a, b) => (a.command < b.command ? -1 : 1)).map((one) => `  ${JSON.stringify(one)}`);
  await writeFile(file, `[\n${lines.join(',\n')}\n]\n`);
}

/** The examples of the content whose output comes from there. */
export const examplesWith = async (source: CapturedOutput['source'], content?: string): Promise<Found[]> =>
  (await readContentExamples(content)).filter(({ output }) => output === source);

/**
 * What kubectl alone prints for examples that say `output: local`: it is asked again, and no cluster is.
 * @throws Error naming the example that asks a cluster for something, or prints nothing
 */
export async function captureLocal(kubectl: Kubectl, examples: readonly Found[]): Promise<CapturedOutput[]> {
  const values = await readPlaceholders();
  const outcomes = await verify(
    examples.map(({ command }) => ({ lines: [fillPlaceholders(command, values)] })),
    kubectl,
  );
  return examples.map(({ command, file, line }, index) => {
    const run = outcomes[index]?.runs[0];
    const text = run?.output.trimEnd() ?? '';
    const asked = run?.requests[0];
    if (asked)
      throw new Error(
        `${file}:${line}: it asks the cluster (${asked.method} ${asked.path}): write « output: cluster ».`,
      );
    if (!text) throw new Error(`${file}:${line}: it prints nothing: remove « output: ».`);
    return { command, source: 'local', kubectl: kubectl.version, text };
  });
}
