import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import grammarFile from '../../data/kubectl-grammar.json' with { type: 'json' };
import { explain } from '../kubectl/explain.ts';
import { explanationsSchema, type Explanations } from '../kubectl/explanations.ts';
import { grammarOf, type Grammar } from '../kubectl/grammar.ts';
import { nearestWord } from '../kubectl/nearest.ts';
import { parseLine } from '../kubectl/parse.ts';
import type { Part } from '../kubectl/parts.ts';
import { commandSchema } from '../schema.ts';
import type { ContentFile } from './read.ts';

/** Where the sentences are, from the content folder. */
const FILE = 'explanations.yaml';

/**
 * Finds the examples that kubectl's grammar refuses, and the parts of a line that content/explanations.yaml says nothing of.
 * @param root the content folder; without explanations.yaml in it, only the grammar is checked
 * @param files its `.mdx` files
 * @returns one text for each problem: the file, the example, what is wrong, and the line to add
 */
export async function checkExplanations(root: string, files: readonly ContentFile[]): Promise<string[]> {
  const problems: string[] = [];
  const explanations = await readExplanations(root, problems);
  const grammar = grammarOf(grammarFile);
  if (explanations) problems.push(...unknownSubjects(explanations, grammar));
  for (const { path, data } of files) {
    const command = commandSchema.safeParse(data);
    for (const { id, command: line } of command.data?.examples ?? []) {
      const where = `content/${path} : exemple « ${id} »`;
      try {
        const parts = parseLine(line, grammar);
        problems.push(...missingSentences(parts, explanations).map((fix) => `${where}\n  une partie de « ${line} » n'a pas de phrase.\n  → dans content/${FILE}, ${fix}`));
      } catch (error) {
        problems.push(`${where}\n  ${(error as Error).message}\n  → corrigez « ${line} » ; « kubectl … --help » liste ce qui existe.`);
      }
    }
  }
  return problems;
}

async function readExplanations(root: string, problems: string[]): Promise<Explanations | undefined> {
  const text = await readFile(join(root, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const read = explanationsSchema.safeParse(parse(text));
  if (!read.success) problems.push(`content/${FILE} : ${z.prettifyError(read.error)}\n  → le haut du fichier dit sa forme.`);
  return read.data;
}

function missingSentences(parts: readonly Part[], explanations: Explanations | undefined): readonly string[] {
  return explanations ? explain(parts, { explanations, grammar: grammarFile, labels: {} }).missing : [];
}

/** A sentence on a command or a flag that kubectl does not have would never be shown: it is most often misspelt. */
function unknownSubjects({ commands, flags }: Explanations, grammar: Grammar): string[] {
  const say = (where: string, name: string, known: readonly string[]): string =>
    `content/${FILE} : ${where}\n  kubectl ${grammar.version} n'a pas « ${name} ».\n  → retirez-le, ou corrigez-le ; le plus proche : ${nearestWord(name, known)}`;
  const paths = [...grammar.commands.keys()];
  const every = [...new Set([...grammar.commands.values()].flatMap((command) => [...command.flags.keys()]))];
  // `--help` is every program's, and kubectl lists it nowhere.
  const unknown = Object.keys(flags).filter((name) => name !== 'help' && !every.includes(name));
  return [
    ...unknown.map((name) => say('flags', name, every)),
    ...Object.entries(commands).flatMap(([path, { flags: own }]) => {
      const known = grammar.commands.get(path);
      if (!known) return [say('commands', path, paths)];
      // A parent may say what a flag means under all its subcommands.
      const names = [...grammar.commands].flatMap(([other, { flags: all }]) => (other === path || other.startsWith(`${path} `) ? [...all.keys()] : []));
      return Object.keys(own).filter((name) => !names.includes(name)).map((name) => say(`commands, ${path}, flags`, name, names));
    }),
  ];
}
