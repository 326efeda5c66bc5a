import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { minorOf, RELEASES } from '../../scripts/kubectl/versions.ts';
import { commandsFileSchema } from '../../src/lib/commands-file.ts';
import { DIST, readPages } from './dist.ts';

const minors = RELEASES.map(({ version }) => minorOf(version));
const pages = readPages();
/** What the page of a command says beside the buttons of an example. */
const factsOf = (address: string, id: string): string =>
  pages
    .find((page) => page.address === address)
    ?.root.querySelector(`[data-example]#${id} .command-facts`)
    ?.textContent.replace(/\s+/g, ' ') ?? '';

test('each kubectl example says the versions that it was verified with', () => {
  const all = `Vérifié avec kubectl ${minors[0]} – ${minors.at(-1)}`;
  assert.ok(factsOf('/commandes/kubectl-get/', 'pods').includes(all));
  const silent = pages
    .flatMap(({ root }) => root.querySelectorAll('[data-example]'))
    .filter((example) => example.getAttribute('data-command')?.startsWith('kubectl') && !example.id.includes('--'))
    .filter((example) => !example.querySelector('.command-facts')?.textContent.includes('Vérifié'))
    .map((example) => example.getAttribute('data-command'));
  assert.deepEqual(silent, []);
});

test('an example that older versions lack says so, and a minikube line that it is not verified', () => {
  assert.match(factsOf('/commandes/kubectl-kuberc/', 'voir'), /Vérifié avec kubectl 1\.36, absent avant/);
  const minikube = pages.find(({ address }) => address === '/commandes/minikube-start/');
  assert.match(minikube?.root.querySelector('.command-facts')?.textContent ?? '', /Non vérifié automatiquement/);
});

test('commandes.json gives the versions too', () => {
  const file = commandsFileSchema.parse(JSON.parse(readFileSync(join(DIST, 'commandes.json'), 'utf8')));
  const without = file.examples.filter(({ command, verified }) => command.startsWith('kubectl') && !verified?.length);
  assert.deepEqual(without, []);
});
