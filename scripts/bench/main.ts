import { parseArgs } from 'node:util';
import { askLighthouse, installLighthouse } from './lighthouse.ts';
import { openBrowser, timeNextPage, weighPage } from './pages.ts';
import { forget, makeOurs, makeStarlight, type Site } from './sites.ts';
import { runTimed, type Cost } from './timed.ts';

const { values } = parseArgs({
  options: {
    /** How many command pages are added, one build for each number. */
    pages: { type: 'string', default: '0,300,1000' },
    only: { type: 'string', default: 'build,pages,lighthouse' },
    /** Without Starlight beside: our own curve. */
    alone: { type: 'boolean', default: false },
  },
});
const counts = values.pages.split(',').map(Number);
const isAsked = (part: string): boolean => values.only.split(',').includes(part);

const say = (cost: Cost): string =>
  `${cost.seconds.toFixed(1)} s, ${cost.processor.toFixed(0)} s of processor, ${cost.megabytes} MiB`;
const ratio = (ours: number, theirs: number): string => `${(ours / theirs).toFixed(2)} of Starlight`;

async function build(site: Site): Promise<Cost> {
  return runTimed(site.astro, ['build'], site.folder);
}

/** Cold, then warm; beside Starlight; and what each added page took since the count before. */
async function measureBuilds(): Promise<{ ours: Site | undefined; starlight: Site | undefined }> {
  let last: { count: number; seconds: number } | undefined;
  let sites: { ours: Site | undefined; starlight: Site | undefined } = { ours: undefined, starlight: undefined };
  for (const count of counts) {
    const ours = await makeOurs(count);
    forget(ours);
    const cold = await build(ours);
    const warm = await build(ours);
    console.log(`${count} pages added: cold ${say(cold)}; warm ${say(warm)}`);
    if (last) {
      const each = ((cold.seconds - last.seconds) / (count - last.count)) * 1000;
      console.log(`  each page since ${last.count}: ${each.toFixed(1)} ms`);
    }
    last = { count, seconds: cold.seconds };
    const starlight = values.alone ? undefined : await makeStarlight(count);
    if (starlight) {
      forget(starlight);
      const theirs = await build(starlight);
      console.log(`  Starlight, its default theme: cold ${say(theirs)}`);
      console.log(
        `  time ${ratio(cold.seconds, theirs.seconds)}, processor ${ratio(cold.processor, theirs.processor)}, memory ${ratio(cold.megabytes, theirs.megabytes)}`,
      );
    } else if (!values.alone) console.log('  Starlight could not be installed: nothing to compare with.');
    sites = { ours, starlight };
  }
  return sites;
}

async function measurePages(ours: Site, starlight: Site | undefined): Promise<void> {
  const browser = await openBrowser();
  for (const [name, address] of Object.entries(ours.pages)) {
    const own = await weighPage(browser, ours, address);
    const about = `${own.kilobytes.toFixed(1)} KiB, ${own.requests} requests, shift ${own.shift.toFixed(3)}`;
    const other = starlight?.pages[name];
    const their = starlight && other ? await weighPage(browser, starlight, other) : undefined;
    const beside =
      their && `; ${ratio(own.kilobytes, their.kilobytes)} (${their.kilobytes.toFixed(1)} KiB, ${their.requests})`;
    console.log(`${name}: ${about}${beside ?? ''}`);
  }
  const next = await timeNextPage(browser, ours, '/commandes/kubectl-get/', '/commandes/explorer/');
  console.log(`next page: ${next.toFixed(0)} ms from the click to its first paint`);
  await browser.close();
}

async function measureLighthouse(ours: Site, starlight: Site | undefined): Promise<void> {
  if (!installLighthouse()) {
    console.log('Lighthouse could not be installed.');
    return;
  }
  const own = ['/', '/commandes/kubectl-get/', '/commandes/', '/objets/pod/'];
  const asked = [
    ...own.map((address) => ({ site: ours, address })),
    ...(starlight ? Object.values(starlight.pages).map((address) => ({ site: starlight, address })) : []),
  ];
  for (const { site, address } of asked) {
    const { scores, paint, blocked, failed } = await askLighthouse(site, address);
    const missed = failed.length > 0 ? `, below 90: ${failed.join(', ')}` : '';
    console.log(
      `Lighthouse ${site.name} ${address}: ${scores.join(' / ')}, LCP ${paint} ms, TBT ${blocked} ms${missed}`,
    );
  }
}

const { ours, starlight } = isAsked('build')
  ? await measureBuilds()
  : { ours: await makeOurs(counts[0] ?? 0), starlight: undefined };
if (ours && !isAsked('build')) await build(ours);
if (ours && isAsked('pages')) await measurePages(ours, starlight);
if (ours && isAsked('lighthouse')) await measureLighthouse(ours, starlight);
