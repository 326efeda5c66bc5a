import assert from 'node:assert/strict';
import { test } from 'node:test';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypeCodeBlocks } from '../../src/lib/markdown/code-blocks.ts';

const render = (markdown: string): string =>
  String(unified().use(remarkParse).use(remarkRehype).use(rehypeCodeBlocks).use(rehypeStringify).processSync(markdown));
const countPrompts = (lines: string): number => render(`\`\`\`sh\n${lines}\n\`\`\``).split('class="prompt"').length - 1;

test('in a block of several commands each has its prompt, but a line that goes on has none', () => {
  assert.equal(countPrompts('kubectl get pods'), 0);
  assert.equal(countPrompts('kubectl get pods\nkubectl get nodes'), 1);
  assert.equal(countPrompts('kubectl get pods \\\n  -A\nkubectl get nodes'), 1);
  assert.equal(countPrompts('kubectl apply -f - <<EOF\nkind: Pod\nEOF'), 0);
});
