import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlainMarkdown } from '../../src/lib/content/is-plain.ts';

const PLAIN = [
  'Un **Pod**.\n\n## Titre \\{#titre}\n\n- a\n  - b',
  'Tapez `kubectl get <POD> -o jsonpath={.spec}`.',
  'Avec ``un ` et {`` aussi.',
  '```sh\nkubectl logs <POD>\n    {indented}\n```\n\nFin.',
];
const MDX = [
  '<Note kind="trap">\n\nUn piège.\n\n</Note>',
  'Un `Pod` et <Example of="kubectl-get#pods" />.',
  'Un {nombre}.',
  "import X from './x.astro';\n\nTexte.",
  'Texte.\n\n    indenté',
  '```sh\na\n```\n\n<ClusterDiagram />\n\n```sh\nb\n```',
];

for (const body of PLAIN)
  test(`a page without component is plain Markdown: ${JSON.stringify(body)}`, () => {
    assert.equal(isPlainMarkdown(body), true);
  });
for (const body of MDX)
  test(`a page that Markdown would render otherwise is left to MDX: ${JSON.stringify(body)}`, () => {
    assert.equal(isPlainMarkdown(body), false);
  });
