/** What an address of the site leads to, in the words shown there: a title, a heading, a command. */
export type Addresses = ReadonlyMap<string, string>;

/** The addresses of a built site. */
export interface BuiltAddresses {
  /** What can be linked to, by address with its anchor: `/commandes/kubectl-get/#pods` → `kubectl get pods`. */
  readonly named: Addresses;
  /** Where old addresses lead: `/objets/pods/` → `/objets/pod/`, `/objets/pod/#joint` → `/objets/service/#joindre`. */
  readonly moved: Addresses;
}

/** A published address that no longer leads to what it led to. */
export interface Break {
  readonly address: string;
  /** What it led to. */
  readonly name: string;
  /** What it leads to now; undefined when it leads nowhere. */
  readonly now: string | undefined;
}

/** Reads the list: an address a line, a tab, and what it leads to. */
export function parsePublished(text: string): Addresses {
  return new Map(
    text
      .split('\n')
      .filter((line) => line.startsWith('/'))
      .map((line) => line.split('\t') as [string, string]),
  );
}

const HEADER =
  '# Every published address and what it leads to. Written by « npm run addresses:add »; no line is ever removed.\n';

/** Writes the list, sorted, with what the site has now: nothing is left out, new addresses come in. */
export function formatPublished(published: Addresses, built: BuiltAddresses): string {
  const all = new Map([...published, ...built.named]);
  for (const address of published.keys()) all.set(address, resolve(address, built) ?? all.get(address) ?? '');
  const lines = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([address, name]) => `${address}\t${name}\n`);
  return HEADER + lines.join('');
}

/** What an address leads to, through as many moves as it takes; undefined when it leads nowhere. */
export function resolve(address: string, { named, moved }: BuiltAddresses): string | undefined {
  let at: string | undefined = address;
  const seen = new Set<string>();
  while (at !== undefined && !seen.has(at)) {
    const name = named.get(at);
    if (name !== undefined) return name;
    seen.add(at);
    const [page = '', anchor]: string[] = at.split('#');
    const movedPage = moved.get(page);
    at = moved.get(at) ?? (movedPage && anchor ? `${movedPage}#${anchor}` : undefined);
  }
  return undefined;
}

/** The published addresses that lead nowhere, or to something else. Of a page that is gone, its anchors are not named one by one. */
export function findBreaks(published: Addresses, built: BuiltAddresses): Break[] {
  const breaks = [...published]
    .map(([address, name]) => ({ address, name, now: resolve(address, built) }))
    .filter(({ name, now }) => now !== name);
  const gone = new Set(breaks.filter(({ now }) => now === undefined).map(({ address }) => address));
  return breaks.filter(({ address }) => !address.includes('#') || !gone.has(address.split('#')[0] ?? ''));
}

/**
 * Says what broke, and the line to add so that it holds again.
 * @param fileOf the content file of a page, by address
 */
export function explainBreak(
  { address, name, now }: Break,
  published: Addresses,
  built: BuiltAddresses,
  fileOf: ReadonlyMap<string, string>,
): string {
  if (now !== undefined)
    return `${address} menait à « ${name} » et mène à « ${now} ».\n  → si c'est la même chose, lancez « npm run addresses:add » ; sinon, donnez à la nouvelle un autre identifiant`;
  return `${address} (« ${name} ») ne mène plus nulle part.\n  → ${address.includes('#') ? fixAnchor(address, name, published, built, fileOf) : fixPage(address, published, built, fileOf)}`;
}

/** The file to write an alias in: the new page that keeps most of what the lost one had. */
function fixPage(
  lost: string,
  published: Addresses,
  { named }: BuiltAddresses,
  fileOf: ReadonlyMap<string, string>,
): string {
  const had = namesOn(lost, published);
  const score = (address: string): number => [...namesOn(address, named)].filter((name) => had.has(name)).length;
  const added = [...fileOf.keys()].filter((address) => !published.has(address));
  const best = added.sort((a, b) => score(b) - score(a))[0];
  const line = `« aliases: [${lost}] »`;
  return best
    ? `si la page est devenue ${best}, ajoutez à l'en-tête de ${fileOf.get(best) ?? ''} : ${line}`
    : `ajoutez à l'en-tête de la page qui la remplace : ${line}`;
}

function namesOn(page: string, addresses: Addresses): Set<string> {
  return new Set([...addresses].filter(([address]) => address.startsWith(`${page}#`)).map(([, name]) => name));
}

/** The line to write where the same words are now: on the same page under another id, or on another page. */
function fixAnchor(
  lost: string,
  name: string,
  published: Addresses,
  { named }: BuiltAddresses,
  fileOf: ReadonlyMap<string, string>,
): string {
  const [page = '', id = ''] = lost.split('#');
  const file = fileOf.get(page) ?? `la page ${page}`;
  const same = [...named].filter(([address, own]) => own === name && address.includes('#') && !published.has(address));
  const here = same.find(([address]) => address.startsWith(`${page}#`))?.[0].split('#')[1];
  if (here && /^(kubectl|minikube) /.test(name))
    return `dans ${file}, ajoutez à l'exemple « ${here} » : « aliases: [${id}] »`;
  if (here) return `dans ${file}, ajoutez l'ancien identifiant au titre : « ${name} \\{#${here} #${id}} »`;
  const there = same[0]?.[0] ?? '/adresse/#ancre';
  return `rendez-lui son identifiant, « aliases: [${id}] » pour un exemple, « \\{#nouveau #${id}} » pour un titre ; s'il a quitté la page, ajoutez à l'en-tête de ${file} : « moved: { ${id}: ${there} } »`;
}
