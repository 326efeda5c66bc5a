import { readFileSync } from 'node:fs';

/** Licences that ask at most to be named: fit for anything. */
const FREE = new Set(
  'MIT ISC BSD-2-Clause BSD-3-Clause 0BSD Apache-2.0 BlueOak-1.0.0 CC0-1.0 Python-2.0 Zlib WTFPL Unlicense'.split(' '),
);
/**
 * Licences that ask for the changes to the package itself, or, for a font, that it is not sold alone. They fit a tool of
 * the build, whose own code is not in the site.
 */
const TOOLS_ONLY = new Set('MPL-2.0 LGPL-3.0-or-later OFL-1.1 CC-BY-SA-4.0'.split(' '));
/** What the readers of the site are sent. */
const SENT = new Set(['pagefind']);
/** Names that are not SPDX's. */
const SAME: Readonly<Record<string, string>> = { 'CC BY-SA 4.0': 'CC-BY-SA-4.0' };

/** The packages of a lock file, by path: `{ 'node_modules/astro': { license: 'MIT' } }`. */
export type LockedPackages = Readonly<Record<string, { readonly license?: string }>>;

/** What the licences of the dependencies come to. */
export interface LicenseReport {
  /** How many packages have each licence, the most frequent first. */
  readonly counts: readonly (readonly [license: string, count: number])[];
  /** One text for each package whose licence does not fit. */
  readonly problems: readonly string[];
}

/** Whether an SPDX expression fits: one side of an `OR`, all of an `AND`. `(MIT OR GPL-3.0-or-later)` does. */
function fits(expression: string, allowed: (license: string) => boolean): boolean {
  const plain = SAME[expression] ?? expression.replaceAll(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((license) => allowed(license.trim())));
}

/** Judges the licence of every package of a lock file, on all platforms. */
export function checkLicenses(packages: LockedPackages): LicenseReport {
  const counts = new Map<string, number>();
  const problems: string[] = [];
  for (const [path, { license = 'none' }] of Object.entries(packages)) {
    const name = path.split('node_modules/').at(-1);
    if (!name) continue;
    counts.set(license, (counts.get(license) ?? 0) + 1);
    const allowed = (one: string): boolean => FREE.has(one) || (TOOLS_ONLY.has(one) && !SENT.has(name));
    if (!fits(license, allowed))
      problems.push(
        `${name}: « ${license} » is not a licence that fits.\n  → replace the package, or say in scripts/licenses.ts why its licence does`,
      );
  }
  return { counts: [...counts].sort(([, one], [, other]) => other - one), problems };
}

// By hand and in the tests: npm run licenses
if (import.meta.main) {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: LockedPackages;
  };
  const { counts, problems } = checkLicenses(lock.packages);
  for (const [license, count] of counts) console.log(`${String(count).padStart(5)}  ${license}`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
