import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PLACES = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/Applications/Firefox.app/Contents/MacOS',
  'C:\\Program Files\\Mozilla Firefox',
];

/** What the tests of other engines need, each a path, or undefined when it is not installed. */
interface Engines {
  readonly firefox: string | undefined;
  readonly webkitDriver: string | undefined;
  /** The small browser that Debian ships with WebKitGTK. */
  readonly webkit: string | undefined;
}

function find(...names: string[]): string | undefined {
  return PLACES.flatMap((place) => names.map((name) => join(place, name))).find((path) => existsSync(path));
}

function findMiniBrowser(): string | undefined {
  return ['/usr/lib', '/usr/libexec']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))])
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find((path) => existsSync(path));
}

/** Finds Firefox (`FIREFOX_PATH` first) and WebKitGTK with its driver. */
function findEngines(): Engines {
  const named = process.env.FIREFOX_PATH;
  return {
    firefox: named && existsSync(named) ? named : find('firefox-esr', 'firefox', 'firefox.exe'),
    webkitDriver: find('WebKitWebDriver'),
    webkit: findMiniBrowser(),
  };
}

/** Finds the engines, and installs those that are missing by apt when root. @throws Error that says what to install. */
export function needEngines(): { firefox: string; webkitDriver: string; webkit: string } {
  let engines = findEngines();
  const run = (...args: string[]): boolean => spawnSync('apt-get', args, { stdio: 'ignore' }).status === 0;
  if (Object.values(engines).includes(undefined) && process.getuid?.() === 0 && run('--version')) {
    console.log('Installing Debian’s firefox-esr, webkit2gtk-driver and xvfb…');
    run('update');
    run('install', '--yes', '--no-install-recommends', 'firefox-esr', 'webkit2gtk-driver', 'xvfb');
    engines = findEngines();
  }
  const { firefox, webkitDriver, webkit } = engines;
  if (firefox && webkitDriver && webkit) return { firefox, webkitDriver, webkit };
  const missing = [!firefox && 'Firefox', !(webkitDriver && webkit) && 'WebKitGTK with its WebDriver'].filter(Boolean);
  throw new Error(
    `The tests of other engines miss ${missing.join(' and ')}. On Debian: apt-get install firefox-esr webkit2gtk-driver xvfb. FIREFOX_PATH names another Firefox.`,
  );
}
