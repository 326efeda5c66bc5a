/** What an address of the site leads to, in the words shown there: a title, a heading, a command. */
export type Addresses = ReadonlyMap<string, string>;

/** The addresses of a built site. */
export interface BuiltAddresses {
  /** What can be linked to, by address with its anchor: `/commandes/kubectl-get/#pods` → `kubectl get pods`. */
  readonly named: Addresses;
  /** Where old addresses lead: `/objets/pods/` → `/objets/pod/`, `/objets/pod/#joint` → `/objets/service/#joindre`. */
  readonly moved: Addresses;
  /** Those of {@link named} that are examples, whose name is their command. */
  readonly examples: ReadonlySet<string>;
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
export function resolve(
  address: string,
  { named, moved }: Pick<BuiltAddresses, 'named' | 'moved'>,
): string | undefined {
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
