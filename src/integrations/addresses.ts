import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readBuiltAddresses } from '../lib/built-addresses.ts';
import { readFilesByAddress, readRedirects } from '../lib/content/aliases.ts';
import { parseMoves, readMovesText } from '../lib/content/moves.ts';
import type { BuiltPages } from '../lib/finish/built-pages.ts';
import { explainBreak } from '../lib/explain-break.ts';
import { findBreaks, parsePublished } from '../lib/published.ts';
import { redirectMode, toRedirectsFile } from '../lib/redirects.ts';
import { withBase } from '../lib/urls.ts';

/**
 * Stops a build in which a published address leads nowhere, with the line that mends it, and writes the redirects for the
 * hosts that read `_redirects`.
 * @param pages what the pages of the site hold
 */
export function addresses(pages: BuiltPages): AstroIntegration {
  let content = '';
  let list = new URL('file:///');
  let base = '/';
  let site: string | undefined;
  return {
    name: 'addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        content = fileURLToPath(new URL('content/', config.root));
        list = new URL('src/data/published.txt', config.root);
        ({ base, site } = config);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const redirects = await readRedirects(content);
        await writeFile(new URL('_redirects', dir), toRedirectsFile(redirects, base));
        // A host that knows no redirect has at least where the Markdown of a page is now.
        for (const { from, to } of redirectMode(process.env.REDIRECTS) === 'page' ? redirects : [])
          await writeFile(
            new URL(`.${from}index.md`, dir),
            `# Cette page a changé d’adresse\n\n<${new URL(`${withBase(to, base)}index.md`, site).href}>\n`,
          );
        for (const { from, to } of parseMoves(await readMovesText(content)).files) {
          await mkdir(new URL('.', new URL(`.${from}`, dir)), { recursive: true });
          await copyFile(new URL(`.${to}`, dir), new URL(`.${from}`, dir));
        }
        const published = parsePublished(await readFile(list, 'utf8'));
        const built = await readBuiltAddresses(fileURLToPath(dir), base, pages.addresses);
        const lost = findBreaks(published, built).filter(({ now }) => now === undefined);
        if (lost.length > 0) {
          const files = await readFilesByAddress(content);
          const told = lost.map((broken) => explainBreak(broken, { published, built, files }));
          throw new Error(`${lost.length} adresse(s) publiée(s) perdue(s) :\n\n${told.join('\n\n')}\n`);
        }
        logger.info(`${published.size} published addresses hold`);
      },
    },
  };
}
