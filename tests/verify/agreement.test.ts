import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { findProblems, runContent } from '../../scripts/verify/content.ts';
import { newestKubectl, skip } from './kubectl.ts';

interface FixturePage {
  readonly path: string;
  readonly manifest?: string;
  readonly body?: string;
  /** Commands about other objects, each with its reason. */
  readonly apart?: readonly (readonly [command: string, why: string])[];
  readonly agree: readonly string[];
  /** Commands, each with words of its refusal. */
  readonly disagree: readonly (readonly [command: string, words: string])[];
}

interface Fixture {
  readonly manifests: Readonly<Record<string, string>>;
  readonly pages: readonly FixturePage[];
  readonly tutorials: readonly (readonly (string | [command: string, words: string])[])[];
}

/** A command of a page, and the words of its refusal when it must get one. */
interface Expected {
  readonly file: string;
  readonly line: number;
  readonly command: string;
  readonly words: string | undefined;
}

const fixture = parse(await readFile(new URL('agreement.yaml', import.meta.url), 'utf8')) as Fixture;

/** Writes a page as an author does, each command in its block; tells what is expected of each, and where it stands. */
async function writePage(
  root: string,
  page: FixturePage,
  commands: readonly (readonly [string, string | undefined])[],
): Promise<Expected[]> {
  const { path, manifest, apart = [], body = '' } = page;
  const header = stringify({
    title: path,
    ...(manifest && { manifest: { file: manifest } }),
    apart: apart.map(([command, why]) => ({ command, why })),
  });
  let text = `---\n${header}---\n\n${body}\n`;
  const expected = commands.map(([command, words]) => {
    text += '```sh\n';
    const line = text.split('\n').length;
    text += `${command}\n\`\`\`\n\n`;
    return { file: `content/${path}`, line, command, words };
  });
  const folder = join(root, dirname(path), 'manifests');
  await mkdir(folder, { recursive: true });
  for (const [name, source] of Object.entries(fixture.manifests)) await writeFile(join(folder, name), source);
  await writeFile(join(root, path), text);
  return expected;
}

test(
  'a command that does not agree with the manifests of its page is refused, and says where and what is there; the others are not',
  { skip },
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'agreement-'));
    const expected: Expected[] = [];
    for (const page of fixture.pages)
      expected.push(
        ...(await writePage(root, page, [
          ...page.agree.map((command): [string, undefined] => [command, undefined]),
          ...page.disagree,
        ])),
      );
    for (const [index, steps] of fixture.tutorials.entries()) {
      const page = { path: `tutorials/t${index}.mdx`, agree: [], disagree: [] };
      const commands = steps.map((step): [string, string | undefined] =>
        typeof step === 'string' ? [step, undefined] : step,
      );
      expected.push(...(await writePage(root, page, commands)));
    }
    const kubectl = await newestKubectl();
    const problems = findProblems(await runContent(kubectl, root), kubectl.version);
    await rm(root, { recursive: true });
    const wrong = expected.flatMap(({ file, line, command, words }) => {
      const problem = problems.find((one) => one.startsWith(`${file}:${line}: ${command}\n`));
      if (words === undefined) return problem === undefined ? [] : [problem];
      return problem?.includes(words)
        ? []
        : [`${file}:${line}: ${command}\n  expected « ${words} », got: ${problem ?? 'nothing'}`];
    });
    assert.deepEqual(wrong, []);
    assert.ok(expected.filter(({ words }) => words).length >= 60);
  },
);
