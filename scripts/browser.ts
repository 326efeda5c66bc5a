import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const PLACES = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
  'C:\\Program Files\\Google\\Chrome\\Application',
];

/** The path of an installed browser, `CHROMIUM_PATH` first: `/usr/bin/chromium`; undefined when there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  const names = [...NAMES, 'Google Chrome', 'Chromium'];
  const installed = PLACES.flatMap((place) => names.map((name) => join(place, name))).find((path) => existsSync(path));
  if (installed) return installed;
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** Installs Debian's Chromium when root and apt are there, else Playwright's. Returns its path, undefined when neither could be had. */
export function installBrowser(): string | undefined {
  const run = (command: string, ...args: string[]): boolean =>
    spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (process.getuid?.() === 0 && run('apt-get', '--version')) {
    console.log('Installing Debian’s chromium…');
    run('apt-get', 'update');
    run('apt-get', 'install', '--yes', '--no-install-recommends', 'chromium');
  }
  if (!findBrowser()) {
    console.log('Installing Playwright’s chromium…');
    run(process.execPath, join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium');
  }
  return findBrowser();
}
