import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readContent } from '../../src/lib/content/read.ts';
import { commandSchema, placeholdersSchema } from '../../src/lib/schema.ts';
import { fillCommand, placeholdersOf } from '../../src/lib/values.ts';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));
const registry = placeholdersSchema.parse(parse(readFileSync(join(CONTENT, 'placeholders.yaml'), 'utf8')));

/** Whether bash runs the line, in an empty folder, with tools that only say that they ran. */
function runs(line: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'));
  try {
    const tools = 'kubectl() { echo ran >&3; }; minikube() { echo ran >&3; };';
    return execFileSync('bash', ['-c', `exec 3>&1; ${tools}\n${line}`], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] }).includes('ran');
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const examples = (await readContent(CONTENT)).flatMap(({ path, data }) => {
  const command = commandSchema.safeParse(data);
  return command.success ? command.data.examples.map((example) => ({ path, effect: command.data.effect, ...example })) : [];
});
const realistic = Object.fromEntries(Object.entries(registry).map(([name, { example }]) => [name, example]));

for (const { path, command, effect } of examples) {
  if (effect !== 'suppression') continue;
  test(`the shell refuses « ${command} » (${path}) until all is filled in`, () => {
    const names = placeholdersOf(command);
    assert.ok(names.length > 0, 'une suppression contient toujours un mot à remplir');
    assert.ok(!runs(command));
    for (const name of names) assert.ok(!runs(fillCommand(command, { ...realistic, [name]: '' })), `without ${name}`);
    assert.ok(runs(fillCommand(command, realistic)), 'once filled');
  });
}
