import { once } from '../lib/once.ts';
import { editAddress, historyAddress } from '../lib/edit-address.ts';
import { readHistory, type Change } from '../lib/git-history.ts';
import type { PublicPage } from './all-pages.ts';

const readAll = once(() => readHistory(process.cwd(), 'content'));

/** The day a page last changed, `2026-11-24`: the latest of its files; undefined unless git knows it of each. */
export function changeDateOf({ files }: PublicPage): string | undefined {
  const dates = files.map((file) => readAll().get(file)?.[0]?.date);
  return dates.includes(undefined) ? undefined : dates.sort().at(-1);
}

/** What the file that makes a page went through, the last day first; empty when git does not know. */
export function historyOf({ files }: PublicPage): readonly Change[] {
  return readAll().get(files[0] ?? '') ?? [];
}

/** Where a page is edited in the team's repository; undefined when EDIT_URL is not set, or when no file makes the page. */
export function editAddressOf({ files }: PublicPage): string | undefined {
  return files[0] && editAddress(process.env.EDIT_URL, files[0]);
}

/** Where every change of a page is told in the team's repository; undefined like {@link editAddressOf}. */
export function historyAddressOf({ files }: PublicPage): string | undefined {
  return files[0] && historyAddress(process.env.EDIT_URL, files[0]);
}
