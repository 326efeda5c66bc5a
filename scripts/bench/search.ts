/**
 * `npm run bench:search`: what search costs, on the built site and on one that grew to 1,000 and 10,000 examples;
 * `npm run bench:search -- 0 10000` measures only these, 0 being the built site.
 * Times depend on the machine, so that no test holds them: the bytes are held by tests/e2e/search-cost.spec.ts.
 */
import type { Browser } from 'playwright';
import { gzipSync } from 'node:zlib';
import { buildSearchIndex } from '../../src/lib/search/build-index.ts';
import { readVocabulary } from '../../src/lib/search/read-vocabulary.ts';
import { makeExamples, makeQuestions } from './examples.ts';
import { QUESTIONS, quantile, timeKeystrokes } from './keystrokes.ts';
import { launch, openPage, type BenchPage } from './site.ts';

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
const ms = (time: number): string => `${time.toFixed(1)} ms`;
const compressed = (text: string): number => gzipSync(text, { level: 6 }).length;

/** Opens the search page, with the index of these files, and types a question for the first time. */
async function openCold(browser: Browser, question: string, files: Map<string, string>): Promise<BenchPage> {
  const bench = await openPage(browser, '/recherche/', files);
  bench.downloaded();
  await bench.page.locator('main carnet-search input').pressSequentially(question);
  await bench.page.locator('main [data-search-results][aria-busy=false] [data-result]').first().waitFor();
  return bench;
}

async function measure(
  browser: Browser,
  questions: readonly string[],
  files = new Map<string, string>(),
): Promise<void> {
  const first: number[] = [];
  for (const question of questions.slice(0, 6)) {
    const bench = await openCold(browser, question, files);
    const { files: count, bytes } = bench.downloaded();
    first.push(bytes);
    console.log(`  first results for « ${question} »: ${kib(bytes)} in ${count} files`);
    await bench.page.context().close();
  }
  console.log(`  bytes to first results, at most: ${kib(Math.max(...first))}`);
  const bench = await openCold(browser, questions[0] ?? '', files);
  bench.downloaded();
  await timeKeystrokes(bench.page, questions, 1);
  const all = bench.downloaded();
  console.log(`  a question more, on average: ${kib(all.bytes / questions.length)}`);
  const cdp = await bench.page.context().newCDPSession(bench.page);
  for (const rate of [1, 4]) {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    const times = await timeKeystrokes(bench.page, questions, 2);
    const cells = [0.5, 0.95, 1].map((share) => ms(quantile(times, share)));
    console.log(`  key to results, warm, processor ÷ ${rate}: median ${cells[0]}, p95 ${cells[1]}, most ${cells[2]}`);
  }
  await bench.page.context().close();
}

const browser = await launch();
const asked = process.argv.slice(2).map(Number);
const isAsked = (count: number): boolean => asked.length === 0 || asked.includes(count);
if (isAsked(0)) {
  console.log('The built site:');
  await measure(browser, QUESTIONS);
}
const vocabulary = await readVocabulary();
for (const count of [1000, 10_000].filter(isAsked)) {
  const start = performance.now();
  const built = buildSearchIndex(makeExamples(count), vocabulary);
  const time = performance.now() - start;
  const whole = [...built.values()].reduce((sum, text) => sum + compressed(text), 0);
  console.log(`${count} examples: indexed in ${ms(time)}; ${built.size} files, ${kib(whole)} in all,`);
  console.log(`  ${kib(compressed(built.get('index.json') ?? ''))} for the file that is read first`);
  await measure(
    browser,
    makeQuestions(count),
    new Map([...built].map(([name, text]): [string, string] => [`/_search/${name}`, text])),
  );
}
await browser.close();
