/**
 * The two settings of a build from the address where it will stand: `https://team.example/notes` →
 * `SITE=https://team.example` and `BASE=/notes/`, a line each, for the shell or `$GITHUB_ENV`.
 * @throws Error when it is no address of the web
 */
export function readPagesAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`« ${address} » is not the address of a site.\n  → give it whole: https://team.example/notes/`);
  return `SITE=${url.origin}\nBASE=${url.pathname.replace(/\/*$/, '/')}\n`;
}

// In the forges' jobs: node scripts/hosting/pages-address.ts "$CI_PAGES_URL"
if (import.meta.main) process.stdout.write(readPagesAddress(process.argv[2] ?? ''));
