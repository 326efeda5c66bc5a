import { getCollection, type CollectionEntry } from 'astro:content';
import { once } from '../lib/once.ts';
import type { KindId } from '../lib/kinds.ts';
import type { Reach } from '../lib/kubectl/explanations.ts';
import type { CommandData, Effect } from '../lib/schema.ts';
import type { CapturedOutput } from '../lib/outputs.ts';
import { typeset } from '../lib/typography.ts';
import { commandAddress, exampleAddress } from '../lib/urls.ts';
import { findOutput } from './outputs.ts';

/** An example ready to be shown: the unit of search, of copying and of linking. */
export interface Example {
  readonly id: string;
  /** Ids that it had before. */
  readonly aliases: readonly string[];
  readonly title: string;
  readonly command: string;
  readonly effect: Effect;
  readonly objects: readonly KindId[];
  readonly keywords: readonly string[];
  readonly note: string | undefined;
  /** What kubectl printed, when the example shows it. */
  readonly output: CapturedOutput | undefined;
  /** Why it is shown although kubectl warns of it. */
  readonly deprecated: string | undefined;
  /** What the author says of this example rather than what is said of its command. */
  readonly reach: Reach | undefined;
  readonly undo: string | undefined;
  /** `kubectl-get` */
  readonly commandId: string;
  /** `/commandes/kubectl-get/#pods` */
  readonly address: string;
}

/** A command page. */
export interface Command {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly themeId: string;
  readonly data: CommandData;
  readonly examples: readonly [Example, ...Example[]];
  readonly entry: CollectionEntry<'commands'>;
}

/** A theme with its commands in their order. */
export interface Theme {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly commands: readonly Command[];
  readonly entry: CollectionEntry<'themes'>;
}

function toCommand(entry: CollectionEntry<'commands'>): Command {
  const [themeId = '', id = ''] = entry.id.split('/');
  const examples = entry.data.examples.map((example): Example => ({
    ...example,
    title: typeset(example.title),
    effect: example.effect ?? entry.data.effect,
    objects: entry.data.objects,
    note: example.note,
    output: example.output && findOutput(example.command),
    deprecated: example.deprecated,
    reach: example.reach,
    undo: example.undo,
    commandId: id,
    address: exampleAddress(id, example.id),
  }));
  return {
    id,
    address: commandAddress(id),
    title: typeset(entry.data.title),
    summary: typeset(entry.data.summary),
    themeId,
    data: entry.data,
    examples: examples as [Example, ...Example[]],
    entry,
  };
}

/** The themes in their order, each with its commands in theirs. */
export const getThemes = once(async (): Promise<readonly Theme[]> => {
  const commands = (await getCollection('commands')).map(toCommand);
  commands.sort((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id));
  const themes = await getCollection('themes');
  themes.sort((a, b) => a.data.order - b.data.order);
  return themes.map((entry) => {
    const id = entry.id.split('/')[0] ?? '';
    return {
      id,
      address: commandAddress(entry.data.slug),
      title: typeset(entry.data.title),
      summary: typeset(entry.data.summary),
      commands: commands.filter((command) => command.themeId === id),
      entry,
    };
  });
});

/** All commands, theme after theme. */
export const getCommands = once(async (): Promise<readonly Command[]> =>
  (await getThemes()).flatMap((theme) => theme.commands),
);

/** The examples of the commands that act on a kind, one for each command: what an object's page lists. */
export async function getCommandsOn(kind: KindId): Promise<readonly Command[]> {
  return (await getCommands()).filter((command) => command.data.objects.includes(kind));
}

/**
 * The example that `<command id>#<example id>` names: `findExample('kubectl-get#pods')`.
 * @throws Error naming the examples that exist when there is none.
 */
export async function findExample(reference: string): Promise<Example> {
  const [commandId = '', exampleId = ''] = reference.split('#');
  const command = (await getCommands()).find(({ id }) => id === commandId);
  const example = command?.examples.find(({ id }) => id === exampleId);
  if (example) return example;
  const known = command
    ? `${commandId} a les exemples : ${command.examples.map(({ id }) => id).join(', ')}`
    : `il n'y a pas de commande « ${commandId} » dans content/commands/`;
  throw new Error(`Exemple inconnu : « ${reference} ». ${known}.`);
}
