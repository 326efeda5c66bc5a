import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { findBrowser } from '../browser.ts';

const DIST = new URL('../../dist/', import.meta.url);
const ORIGIN = 'http://site.test';
const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain',
};

/** What a page downloaded since it was last asked: how many files, and their size once compressed. */
interface Download {
  readonly files: number;
  readonly bytes: number;
}

/** A page of the built site in a browser, without a server, that counts what is downloaded. */
export interface BenchPage {
  readonly page: Page;
  /** What was downloaded since the last call. */
  downloaded(): Download;
}

/**
 * Opens a page of the built site whose files, or others in their place, are counted as gzip would send them.
 * @param files by their path, what replaces the built files: `/_search/index.json`
 */
export async function openPage(
  browser: Browser,
  path: string,
  files: ReadonlyMap<string, string> = new Map(),
): Promise<BenchPage> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  let counted = { files: 0, bytes: 0 };
  await page.route('**/*', async (route) => {
    const asked = new URL(route.request().url()).pathname;
    const name = asked.endsWith('/') ? `${asked}index.html` : asked;
    try {
      const body = Buffer.from(files.get(name) ?? (await readFile(new URL(`.${name}`, DIST))));
      counted = { files: counted.files + 1, bytes: counted.bytes + gzipSync(body, { level: 6 }).length };
      await route.fulfill({ body, contentType: TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: 'none' });
    }
  });
  await page.goto(ORIGIN + path, { waitUntil: 'networkidle' });
  return {
    page,
    downloaded: () => {
      const since = counted;
      counted = { files: 0, bytes: 0 };
      return since;
    },
  };
}

/** A browser for measures. */
export function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-gpu'] });
}
