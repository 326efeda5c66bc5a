import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findBrowser } from '../browser.ts';
import { serve } from './serve.ts';
import type { Site } from './sites.ts';

const FOLDER = fileURLToPath(new URL('../../.cache/bench/lighthouse/', import.meta.url));
const CLI = join(FOLDER, 'node_modules/lighthouse/cli/index.js');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What Lighthouse says of a page on a phone: the four scores of 100, and times in milliseconds. */
export interface Report {
  readonly scores: readonly number[];
  readonly paint: number;
  readonly blocked: number;
  readonly failed: readonly string[];
}

interface Result {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; numericValue?: number }>;
}

/** Installs Lighthouse apart from the project, once. Returns whether it is there. */
export function installLighthouse(): boolean {
  if (existsSync(CLI)) return true;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{"private":true,"dependencies":{"lighthouse":"13.5.0"}}');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'ignore' });
  } catch {
    return false;
  }
  return existsSync(CLI);
}

/** Asks Lighthouse about a page of a built site, as on a phone: of three runs, that of the median largest paint. */
export async function askLighthouse({ dist }: Site, address: string): Promise<Report> {
  const server = await serve(dist);
  const reports: Report[] = [];
  for (let run = 0; run < 3; run++) {
    const output = join(FOLDER, 'report.json');
    const args = [CLI, server.origin + address, '--quiet', '--output=json', `--output-path=${output}`];
    await promisify(execFile)(
      process.execPath,
      [...args, `--only-categories=${CATEGORIES.join(',')}`, '--chrome-flags=--headless --no-sandbox --disable-gpu'],
      { env: { ...process.env, CHROME_PATH: findBrowser() ?? '' } },
    );
    const { categories, audits } = JSON.parse(readFileSync(output, 'utf8')) as Result;
    const failed = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => id);
    reports.push({
      scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
      paint: Math.round(audits['largest-contentful-paint']?.numericValue ?? NaN),
      blocked: Math.round(audits['total-blocking-time']?.numericValue ?? NaN),
      failed,
    });
  }
  server.close();
  const median = reports.sort((a, b) => a.paint - b.paint)[1];
  if (!median) throw new Error(`Lighthouse said nothing of ${address}.`);
  return median;
}
