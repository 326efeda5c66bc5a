import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drawCard } from '../card/draw.ts';
import type { CardContent } from '../card/layout.ts';
import { kept } from '../kept.ts';
import { cardAddress } from '../urls.ts';
import { finishPage, type FinishedPage } from './finish-page.ts';

/** What a page's own card is drawn from, as the page says it to the build. */
export interface PageCard {
  /** The page's address, base path left out: `/objets/pod/`. */
  readonly address: string;
  readonly content: CardContent;
  /** The content file of the page, for errors. */
  readonly file: string;
}

/** A rendered page to finish. */
export interface PageTask {
  readonly html: string;
  /** Where it stands in the built site: `objets/pod/index.html`. */
  readonly file: string;
  readonly base: string;
  /** The folder of the built site. */
  readonly dist: string;
  /** Where what was made is kept between builds. */
  readonly cache: string;
  /** All that it depends on beside the page: the code. */
  readonly version: string;
}

/** What the build needs of a finished page once its twin is written. */
export type FinishedPart = Omit<FinishedPage, 'twin'>;

const CARD = / *<meta name="card" content="([^"]*)">/;

/** Finishes a page in a thread of its own: its twin and its card are written, the rest is handed back. */
export default async function finish({ html, file, base, dist, cache, version }: PageTask): Promise<FinishedPart> {
  const said = CARD.exec(html)?.[1];
  const page = said === undefined ? html : html.replace(CARD, '');
  let fresh: FinishedPage | undefined;
  const known = await kept(join(cache, 'pages'), [version, file, base, page], () => {
    fresh = finishPage(page, file, base);
    return Buffer.from(JSON.stringify(fresh));
  });
  const { twin, ...part } = fresh ?? (JSON.parse(known.toString()) as FinishedPage);
  if (twin !== undefined) write(join(dist, file.replace(/html$/, 'md')), twin);
  if (said !== undefined) {
    const card = JSON.parse(decode(said)) as PageCard;
    const png = await drawCard(card.content, card.file, { folder: join(cache, 'cards'), version });
    write(join(dist, cardAddress(card.address)), png);
  }
  return part;
}

const decode = (text: string): string =>
  text.replaceAll('&#34;', '"').replaceAll('&#38;', '&').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const folders = new Set<string>();

function write(path: string, content: string | Buffer): void {
  const folder = dirname(path);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(path, content);
}
