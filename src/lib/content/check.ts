import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { readHeadingIds } from '../markdown/heading-ids.ts';
import { cheatSheetSchema, commandSchema, noteSchema, placeholdersSchema, themeSchema, type CommandData, type NoteData } from '../schema.ts';
import { commandAddress } from '../urls.ts';
import { addressOf } from './address.ts';
import { checkManifests } from './check-manifests.ts';
import { checkMoves } from './check-moves.ts';
import { checkExplanations } from './check-explanations.ts';
import { readContent, type ContentFile } from './read.ts';

/** A page known to the checker: where it is served and the anchors that it offers. */
interface Page {
  readonly file: ContentFile;
  readonly address: string;
  readonly data: CommandData | NoteData | undefined;
  readonly aliases: readonly string[];
  readonly anchors: Set<string>;
}

/** Ids that the site itself gives to blocks of a page. */
const SITE_ANCHORS = ['contenu', 'exemples', 'commandes', 'corrections', 'a-lire-aussi', 'pages', 'menu', 'annonces', 'recherche', 'resultats-dialogue', 'partager', 'valeurs-titre', 'valeur-aide'];
/** Pages that no content file makes. */
const SITE_PAGES = ['/', '/antiseche/', '/commandes/', '/corrections/', '/couverture/', '/recherche/', '/versions/'];

/**
 * Finds what is wrong in a content folder.
 * @param root the folder, such as `content/`
 * @returns one text for each problem: the file, the field or the line, what exists, and the fix; empty when all is well
 */
export async function checkContent(root: string): Promise<string[]> {
  const files = await readContent(root);
  const problems: string[] = [];
  const placeholders = await readPlaceholders(root, problems);
  const pages = files.map((file) => readPage(file, problems));
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  findTwins(pages, problems);
  for (const page of pages) {
    checkRelated(page, byAddress, problems);
    checkLinks(page, byAddress, problems);
    checkMoved(page, byAddress, problems);
    checkImages(page, problems);
    checkPlaceholders(page, placeholders, problems);
  }
  await checkCheatSheet(root, pages, problems);
  const site = SITE_PAGES.map((address) => [address, undefined] as const);
  problems.push(...(await checkMoves(root, new Map([...site, ...pages.map(({ address, anchors }) => [address, anchors] as const)]))));
  problems.push(...(await checkManifests(root, files)));
  problems.push(...(await checkExplanations(root, files)));
  return problems;
}

const say = (file: Pick<ContentFile, 'path'>, where: string, what: string, fix: string): string => `content/${file.path} : ${where}\n  ${what}\n  → ${fix}`;

async function readPlaceholders(root: string, problems: string[]): Promise<Set<string>> {
  const text = await readFile(join(root, 'placeholders.yaml'), 'utf8').catch(() => '{}');
  const read = placeholdersSchema.safeParse(parse(text));
  if (!read.success) problems.push(`content/placeholders.yaml : ${z.prettifyError(read.error)}`);
  return new Set(Object.keys(read.data ?? {}));
}

function schemaOf(path: string): z.ZodObject {
  if (path.startsWith('commands/')) return path.endsWith('/_index.mdx') ? themeSchema : commandSchema;
  return noteSchema;
}

function readPage(file: ContentFile, problems: string[]): Page {
  const schema = schemaOf(file.path);
  const known = Object.keys(schema.shape).join(', ');
  const valid = schema.safeParse(file.data);
  if (file.data === undefined || file.data === null) {
    problems.push(say(file, 'en-tête', file.error ?? 'il manque, entre deux lignes « --- ».', `les champs possibles : ${known}`));
  } else {
    for (const issue of valid.error?.issues ?? []) problems.push(explain(file, issue, known));
  }
  // A theme has neither related pages, nor corrections, nor examples to check.
  const data = valid.success && schema !== themeSchema ? (valid.data as CommandData | NoteData) : undefined;
  const aliases = valid.success ? (valid.data.aliases as string[]) : [];
  return { file, address: addressOf(file), data, aliases, anchors: readAnchors(file, data, problems) };
}

function explain(file: ContentFile, issue: z.core.$ZodIssue, known: string): string {
  const field = issue.path.join('.') || 'en-tête';
  if (issue.code === 'unrecognized_keys') {
    return say(file, field, `champ inconnu : ${issue.keys.join(', ')}.`, `corrigez l'orthographe ou retirez-le ; les champs possibles : ${known}`);
  }
  if (issue.code === 'invalid_value') {
    return say(file, field, 'cette valeur n’existe pas.', `choisissez parmi : ${issue.values.map(String).join(', ')}`);
  }
  if (issue.code === 'invalid_type') {
    const found = valueAt(file.data, issue.path);
    return found === undefined
      ? say(file, field, `champ obligatoire manquant (${issue.expected}).`, `ajoutez « ${field}: … » dans l'en-tête`)
      : say(file, field, `on attend ${issue.expected}, pas ${JSON.stringify(found)}.`, 'un texte qui ressemble à autre chose se met entre guillemets : "null", "8080"');
  }
  return say(file, field, issue.message, 'voyez le modèle dans content/README.md');
}

/** What stands at a path of the frontmatter: `valueAt(data, ['examples', 0, 'id'])`. */
function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);
}

const FENCE = /^(```|~~~)/;

/** The lines of the body that are prose, with their number in the file. */
function proseLines({ body, bodyLine }: ContentFile): { text: string; line: number }[] {
  let isCode = false;
  return body.split('\n').flatMap((text, index) => {
    const isFence = FENCE.test(text.trim());
    if (isFence) isCode = !isCode;
    return isCode || isFence ? [] : [{ text, line: bodyLine + index + 1 }];
  });
}

function readAnchors(file: ContentFile, data: CommandData | NoteData | undefined, problems: string[]): Set<string> {
  const anchors = new Set(SITE_ANCHORS);
  const add = (id: string, where: string): void => {
    if (anchors.has(id)) problems.push(say(file, where, `l'identifiant « ${id} » est déjà pris dans cette page.`, `choisissez-en un autre ; déjà pris : ${[...anchors].join(', ')}`));
    anchors.add(id);
  };
  if (data && 'examples' in data) data.examples.forEach(({ id, aliases }, index) => {
    add(id, `examples.${index}.id`);
    for (const alias of aliases) add(alias, `examples.${index}.aliases`);
  });
  for (const id of Object.keys(data?.moved ?? {})) add(id, `moved.${id}`);
  data?.corrections.forEach(({ id }, index) => { add(`correction-${id}`, `corrections.${index}.id`); });
  for (const { text, line } of proseLines(file)) {
    const heading = /^#{2,6}\s+(.*)$/.exec(text);
    if (!heading) continue;
    const { ids } = readHeadingIds((heading[1] ?? '').replaceAll('\\{', '{'));
    for (const id of ids) add(id, `ligne ${line}`);
    if (ids.length === 0) problems.push(say(file, `ligne ${line}`, 'ce titre n’a pas d’identifiant stable.', 'ajoutez-le à la fin de la ligne : « ## Le titre \\{#mon-identifiant} »'));
  }
  return anchors;
}

function findTwins(pages: readonly Page[], problems: string[]): void {
  const seen = new Map<string, string>(SITE_PAGES.map((address) => [address, 'une page du site']));
  const claim = (address: string, file: ContentFile, field: string): void => {
    const other = seen.get(address);
    if (other) problems.push(say(file, field, `l'adresse ${address} est déjà celle de ${other}.`, 'renommez le fichier, ou retirez l’alias'));
    seen.set(address, `content/${file.path}`);
  };
  for (const { address, file } of pages) claim(address, file, 'adresse');
  for (const { file, aliases } of pages) for (const alias of aliases) claim(alias, file, 'aliases');
}

function checkRelated({ file, data }: Page, byAddress: ReadonlyMap<string, Page>, problems: string[]): void {
  for (const [index, reference] of (data?.related ?? []).entries()) {
    const address = reference.startsWith('/') ? reference : commandAddress(reference);
    if (byAddress.has(address)) continue;
    problems.push(say(file, `related.${index}`, `« ${reference} » ne désigne aucune page.`, `le plus proche : ${nearest(reference, byAddress)}`));
  }
}

function checkLinks({ file }: Page, byAddress: ReadonlyMap<string, Page>, problems: string[]): void {
  for (const { text, line } of proseLines(file)) {
    for (const [, target = ''] of text.matchAll(/\]\((\/[^)\s]*)/g)) {
      const [address = '', anchor] = target.split('#');
      const page = byAddress.get(address);
      if (!page && !SITE_PAGES.includes(address) && !address.startsWith('/manifestes/')) {
        problems.push(say(file, `ligne ${line}`, `le lien ${target} ne mène à aucune page.`, `le plus proche : ${nearest(address, byAddress)}`));
      } else if (page && anchor && !page.anchors.has(anchor)) {
        const own = [...page.anchors].filter((id) => !SITE_ANCHORS.includes(id));
        problems.push(say(file, `ligne ${line}`, `${address} n'a pas d'ancre « ${anchor} ».`, `ses ancres : ${own.join(', ')}`));
      }
    }
  }
}

/** What left a page leads to an anchor that is there. */
function checkMoved({ file, data }: Page, byAddress: ReadonlyMap<string, Page>, problems: string[]): void {
  for (const [id, target] of Object.entries(data?.moved ?? {})) {
    const [address = '', anchor = ''] = target.split('#');
    const page = byAddress.get(address);
    if (!page) problems.push(say(file, `moved.${id}`, `${target} ne mène à aucune page.`, `le plus proche : ${nearest(address, byAddress)}`));
    else if (anchor && !page.anchors.has(anchor)) {
      const own = [...page.anchors].filter((name) => !SITE_ANCHORS.includes(name));
      problems.push(say(file, `moved.${id}`, `« ${anchor} » a quitté ${address}.`, `nommez l'une de ses ancres : ${own.join(', ')}`));
    }
  }
}

function checkImages({ file }: Page, problems: string[]): void {
  for (const { text, line } of proseLines(file)) {
    if (/!\[\s*\]\(/.test(text)) problems.push(say(file, `ligne ${line}`, 'cette image n’a pas de texte.', 'décrivez-la entre les crochets : « ![Le cluster et ses nœuds](…) »'));
  }
}

function checkPlaceholders({ file, data }: Page, known: ReadonlySet<string>, problems: string[]): void {
  if (!data || !('examples' in data)) return;
  for (const [index, { command }] of data.examples.entries()) {
    for (const [, name = ''] of command.matchAll(/<([^<>\s]+)>/g)) {
      if (known.has(name)) continue;
      problems.push(say(file, `examples.${index}.command`, `« <${name}> » n'est pas dans content/placeholders.yaml.`, `ajoutez-le, ou prenez l'un de : ${[...known].join(', ')}`));
    }
  }
}

/** Each example of the cheat sheet exists, and is there once. */
async function checkCheatSheet(root: string, pages: readonly Page[], problems: string[]): Promise<void> {
  const text = await readFile(join(root, 'cheatsheet.yaml'), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const file = { path: 'cheatsheet.yaml' };
  const read = cheatSheetSchema.safeParse(parse(text));
  if (!read.success) problems.push(say(file, 'contenu', z.prettifyError(read.error), 'chaque page est une liste de « id, title, examples »'));
  const known = new Map(pages.flatMap(({ data }, index) => (data && 'examples' in data ? [[pages[index]?.address ?? '', data.examples.map(({ id }) => id)] as const] : [])));
  const seen = new Set<string>();
  for (const { title, examples } of read.data?.flat() ?? []) {
    for (const reference of examples) {
      const [command = '', example = ''] = reference.split('#');
      const own = known.get(commandAddress(command));
      const fix = own ? `les exemples de ${command} : ${own.join(', ')}` : `le plus proche : ${nearest(command, new Map(pages.map((page) => [page.address, page])))}`;
      if (!own?.includes(example)) problems.push(say(file, title, `« ${reference} » n'existe pas.`, fix));
      else if (seen.has(reference)) problems.push(say(file, title, `« ${reference} » y est deux fois.`, 'retirez-le de l’un des groupes'));
      seen.add(reference);
    }
  }
}

/** The page whose address or id looks most like what was asked: by shared pairs of letters. */
function nearest(asked: string, byAddress: ReadonlyMap<string, Page>): string {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2)));
  const wanted = pairs(asked);
  let best = { address: '/', score: -1 };
  for (const address of byAddress.keys()) {
    const own = pairs(asked.startsWith('/') ? address : address.replace(/^\/commandes\/|\/$/g, ''));
    const shared = [...wanted].filter((pair) => own.has(pair)).length;
    const score = shared / (wanted.size + own.size);
    if (score > best.score) best = { address, score };
  }
  return best.address;
}
