import { once } from '../lib/once.ts';
import { editAddress } from '../lib/edit-address.ts';
import { readChangeDates } from '../lib/git-dates.ts';
import type { PublicPage } from './all-pages.ts';

const readDates = once(() => readChangeDates(process.cwd(), 'content'));

/** The day a page last changed, `2026-11-24`: the latest of its files; undefined unless git knows it of each. */
export function changeDateOf({ files }: PublicPage): string | undefined {
  const dates = files.map((file) => readDates().get(file));
  return dates.includes(undefined) ? undefined : dates.sort().at(-1);
}

/** Where a page is edited in the team's repository; undefined when EDIT_URL is not set, or when no file makes the page. */
export function editAddressOf({ files }: PublicPage): string | undefined {
  return files[0] && editAddress(process.env.EDIT_URL, files[0]);
}
