import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RELEASES, minorOf } from '../../scripts/kubectl/versions.ts';
import { readCommands } from '../../scripts/verify/content.ts';
import { readRecord } from '../../scripts/verify/record.ts';
import { verifiedFact, type VerifiedCommand } from '../../src/lib/verified.ts';

const FIX = 'run « npm run verify » and commit src/data/verified.json (or write the command otherwise)';
const record = await readRecord();
const commands = await readCommands();
const byCommand = new Map(record.commands.map((one) => [one.command, one]));
const minors = RELEASES.map(({ version }) => minorOf(version));

test('the record was made with the kubectl releases of versions.ts', () => {
  const expected = RELEASES.map(({ version, sha256 }) => ({ minor: minorOf(version), version, sha256 }));
  const found = record.kubectl.map(({ minor, version, sha256 }) => ({ minor, version, sha256 }));
  assert.deepEqual(found, expected, FIX);
});

test('every command of the content was run with every kubectl', () => {
  const unverified = commands
    .filter(({ command }) => !coversEvery(byCommand.get(command)))
    .map(({ file, line, command }) => `${file}:${line}: ${command}\n  was never verified: ${FIX}`);
  assert.deepEqual(unverified, []);
});

test('the record holds nothing that the content does not', () => {
  const known = new Set(commands.map(({ command }) => command));
  const stale = record.commands.filter(({ command }) => !known.has(command)).map(({ command }) => command);
  assert.deepEqual(stale, [], `src/data/verified.json: ${FIX}`);
});

test('an example that a kubectl refuses says since when it is known, or that it is refused', () => {
  const wrong = commands
    .filter(({ kind }) => kind === 'example')
    .filter(({ command, since, refused }) => {
      const refusals = byCommand.get(command)?.refused ?? [];
      if (refused !== undefined) return refusals.length === 0;
      return refusals.some((minor) => since === undefined || minor.localeCompare(since, 'en', { numeric: true }) >= 0);
    })
    .map(({ file, line, command }) => `${file}:${line}: ${command}\n  ${byCommand.get(command)?.why ?? ''}: ${FIX}`);
  assert.deepEqual(wrong, []);
});

test('a page says the versions of a command, since when it is known, and that kubectl warns', () => {
  const of = (lists: Partial<VerifiedCommand>): unknown =>
    verifiedFact({ command: 'kubectl x', date: '2026-11-25', ...lists });
  assert.deepEqual(of({ ok: ['1.34', '1.35'] }), { kind: 'all', from: '1.34', to: '1.35' });
  assert.deepEqual(of({ ok: ['1.36'], refused: ['1.34'] }), { kind: 'since', from: '1.36', to: '1.36' });
  assert.deepEqual(of({ ok: ['1.34'], deprecated: ['1.35'] }), { kind: 'warned', from: '1.35', to: '1.35' });
  assert.deepEqual(of({ named: ['1.34'] }), { kind: 'unknown' });
});

function coversEvery(one: VerifiedCommand | undefined): boolean {
  const lists = [one?.ok, one?.deprecated, one?.refused, one?.named].flatMap((list) => list ?? []);
  return [...lists].sort().join() === [...minors].sort().join();
}
