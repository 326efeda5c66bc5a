import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
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

for (const [title, command] of [
  [
    'Voir `a|b` & <POD> : 100 % *sûr*, [lien](x) ~~non~~ __oui__',
    'kubectl exec <POD> -- sh -c \'ls * | wc -l; echo "$HOSTNAME"\'',
  ],
  ['Un titre qui finit par \\', 'echo `date` ```` | tee $HOME/a_b_c'],
  [
    '« Guillemets »\u00a0: l’œuvre, #12, @equipe et https://ailleurs.example/',
    'kubectl get pods -o jsonpath=\'{.items[*].a}{"\\n"}\'',
  ],
] as const) {
  test(`what reads GitHub's Markdown finds one link and one block, exactly: ${title}`, () => {
    const markdown = toMarkdown({ title, command, address });
    const [paragraph, code] = unified().use(remarkParse).use(remarkGfm).parse(markdown).children;
    assert.ok(paragraph?.type === 'paragraph' && paragraph.children.length === 1);
    const [link] = paragraph.children;
    assert.ok(link?.type === 'link' && link.url === address);
    assert.deepEqual(
      link.children.map((child) => (child.type === 'text' ? child.value : child.type)),
      [title],
    );
    assert.ok(code?.type === 'code' && code.lang === 'sh');
    assert.equal(code.value, command);
  });
}
