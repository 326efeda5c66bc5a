import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent as findProblems } from '../lib/content/check.ts';

/** Stops a build whose content has a mistake, before anything is rendered, and says where and how to mend it. */
export function checkContent(): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const problems = await findProblems(fileURLToPath(new URL('content/', config.root)));
        if (problems.length === 0) return;
        if (command === 'build')
          throw new Error(`${problems.length} problème(s) dans le contenu :\n\n${problems.join('\n\n')}\n`);
        logger.warn(problems.join('\n'));
      },
    },
  };
}
