import { parse } from 'yaml';
import source from '../../content/cheatsheet.yaml?raw';
import { once } from '../lib/once.ts';
import { cheatSheetSchema } from '../lib/schema.ts';
import { typeset } from '../lib/typography.ts';
import { findExample, type Example } from './commands.ts';

/** A titled group of the cheat sheet. */
export interface CheatGroup {
  readonly id: string;
  readonly title: string;
  readonly examples: readonly Example[];
}

/**
 * The two pages of the cheat sheet, each with its groups, from content/cheatsheet.yaml.
 * @throws Error naming the examples that exist when one is missing.
 */
export const getCheatSheet = once(async (): Promise<readonly (readonly CheatGroup[])[]> =>
  Promise.all(
    cheatSheetSchema.parse(parse(source)).map((page) =>
      Promise.all(
        page.map(async ({ id, title, examples }) => ({
          id,
          title: typeset(title),
          examples: await Promise.all(examples.map(findExample)),
        })),
      ),
    ),
  ),
);
