import { parseArgs } from 'node:util';
import { installKubectl } from '../kubectl/install.ts';
import { RELEASES } from '../kubectl/versions.ts';
import { checkContent } from './content.ts';
import { checkLines } from './lines.ts';

const USAGE = `npm run verify                                 every command of content/, with every kubectl
npm run --silent verify -- --file LINES.txt    one command a line, one JSON object a line`;

/** Checks the file, or the content when there is none; tells whether all is well. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { file: { type: 'string' } } });
  if (values.file !== undefined) {
    const reports = await checkLines(values.file);
    for (const report of reports) console.log(JSON.stringify(report));
    return reports.every(({ verdict }) => verdict !== 'refused');
  }
  const problems: string[] = [];
  for (const kubectl of await installKubectl(RELEASES)) problems.push(...(await checkContent(kubectl)));
  for (const problem of new Set(problems)) console.log(problem);
  return problems.length === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}
