import type { Addresses, Break, BuiltAddresses } from './published.ts';

/** What the line to add is found from. */
interface Known {
  readonly published: Addresses;
  readonly built: BuiltAddresses;
  /** The content file of each page, by address: `/objets/pod/` → `content/objects/pod.mdx`. */
  readonly files: ReadonlyMap<string, string>;
}

/** Holds the old addresses that no page's header can: those of manifests, of the cheat sheet, of the site's own pages. */
const MOVED = 'content/moved.yaml';

/** Says what broke, and the line to add so that it holds again: `/objets/pod/ (« Pod ») ne mène plus nulle part. → …`. */
export function explainBreak({ address, name, now }: Break, known: Known): string {
  if (now !== undefined)
    return `${address} menait à « ${name} » et mène à « ${now} ».\n  → si c'est la même chose, lancez « npm run addresses:add » ; sinon, donnez à la nouvelle un autre identifiant`;
  const fix = address.includes('#') ? fixAnchor(address, name, known) : fixPage(address, known);
  return `${address} (« ${name} ») ne mène plus nulle part.\n  → ${fix}`;
}

/** Where to write that a page or a file has a new address: in the header of the new page that keeps most of what it had. */
function fixPage(lost: string, { published, built, files }: Known): string {
  const had = namesOn(lost, published);
  const title = published.get(lost);
  const score = (address: string): number =>
    [...namesOn(address, built.named)].filter((name) => had.has(name)).length +
    (built.named.get(address) === title ? 1 : 0) +
    (section(address) === section(lost) ? 0.5 : 0);
  const isPage = lost.endsWith('/');
  const best = [...built.named.keys()]
    .filter((address) => !address.includes('#') && address.endsWith('/') === isPage && !published.has(address))
    .sort((a, b) => score(b) - score(a))[0];
  const file = best && files.get(best);
  if (best && file) return `si la page est devenue ${best}, ajoutez à l'en-tête de ${file} : « aliases: [${lost}] »`;
  if (best) return `si c'est maintenant ${best}, ajoutez à ${MOVED} : « ${lost}: ${best} »`;
  return isPage && section(lost) !== 'manifestes'
    ? `ajoutez à l'en-tête de la page qui la remplace : « aliases: [${lost}] »`
    : `ajoutez à ${MOVED} l'adresse qui la remplace : « ${lost}: /adresse/ »`;
}

const section = (address: string): string => address.split('/')[1] ?? '';

function namesOn(page: string, addresses: Addresses): Set<string> {
  return new Set([...addresses].filter(([address]) => address.startsWith(`${page}#`)).map(([, name]) => name));
}

/** The line to write where the same words are now: on the same page under another id, or on another page. */
function fixAnchor(lost: string, name: string, { published, built, files }: Known): string {
  const [was = '', id = ''] = lost.split('#');
  // The page may have moved too: what it had is to be found on the new one.
  const page = built.moved.get(was) ?? was;
  const file = files.get(page);
  const added = [...built.named].filter(([address]) => address.includes('#') && !published.has(address));
  const same = added.filter(([, own]) => own === name).map(([address]) => address);
  const isHere = (address: string): boolean => address.startsWith(`${page}#`);
  const to = same.find(isHere) ?? same[0];
  if (!file) return `ajoutez à ${MOVED} : « ${page}#${id}: ${to ?? `${page}#nouveau`} »`;
  if (to) return isHere(to) ? rename(to, id, name) : `ajoutez à l'en-tête de ${file} : « moved: { ${id}: ${to} } »`;
  const [near] = added.map(([address]) => address).filter(isHere);
  const guess = near ? `si c'est maintenant ${near}, ${rename(near, id, built.named.get(near) ?? '')} ; ` : '';
  return `${guess}s'il a quitté la page, ajoutez à l'en-tête de ${file} : « moved: { ${id}: /adresse/#ancre } » ; sinon rendez-lui son identifiant`;

  function rename(address: string, old: string, words: string): string {
    const own = address.split('#')[1] ?? '';
    if (built.examples.has(address))
      return `dans ${file ?? ''}, ajoutez à l'exemple « ${own} » : « aliases: [${old}] »`;
    if (own.startsWith('correction-'))
      return `ajoutez à l'en-tête de ${file ?? ''} : « moved: { ${old}: ${address} } »`;
    return `dans ${file ?? ''}, ajoutez l'ancien identifiant au titre : « ${words} \\{#${own} #${old}} »`;
  }
}
