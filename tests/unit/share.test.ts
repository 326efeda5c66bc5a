import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toMarkdown, toText } from '../../src/lib/share.ts';

const address = 'https://carnet.example/commandes/kubectl-logs/#pod';

test('a text is one line, with ordinary spaces around the command', () => {
  assert.equal(
    toText({ title: 'Lire les journaux', command: 'kubectl logs <POD>', address }),
    `Lire les journaux : kubectl logs <POD> — ${address}`,
  );
  assert.equal(toText({ title: 'Les pièges', address }), `Les pièges — ${address}`);
});

test('Markdown is the task as a link and the command as a block', () => {
  assert.equal(
    toMarkdown({ title: 'Lire les journaux', command: 'kubectl logs <POD>', address }),
    `[Lire les journaux](${address})\n\n\`\`\`sh\nkubectl logs <POD>\n\`\`\`\n`,
  );
  assert.equal(toMarkdown({ title: 'Les pièges', address }), `[Les pièges](${address})`);
});

test('a fence is longer than the backticks of its command', () => {
  const markdown = toMarkdown({ title: 'x', command: 'echo ```` `date`', address });
  assert.match(markdown, /\n`{5}sh\necho ```` `date`\n`{5}\n$/);
});

test('what Markdown would read in a title or close in an address is escaped', () => {
  const markdown = toMarkdown({ title: 'Le [fichier] *a_b* `c` <d>', address: 'https://x.fr/(a)' });
  assert.equal(markdown, '[Le \\[fichier\\] \\*a\\_b\\* \\`c\\` \\<d\\>](https://x.fr/%28a%29)');
});
