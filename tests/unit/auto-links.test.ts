import assert from 'node:assert/strict';
import { test } from 'node:test';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { rehypeAutoLinks } from '../../src/lib/markdown/auto-links.ts';

const TERMS = {
  addresses: new Map([
    ['Pod', '/objets/pod/'],
    ['Deployment', '/controleurs/deployment/'],
    ['Job', '/controleurs/job/'],
    ['CronJob', '/controleurs/job/'],
    ['kubectl get', '/commandes/kubectl-get/'],
    ['kubectl get nodes', '/commandes/kubectl-get-nodes/'],
  ]),
  pages: new Map([['objects/pod.mdx', '/objets/pod/']]),
};

async function render(markdown: string, path = 'content/objects/service.mdx'): Promise<string> {
  const html = await unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(rehypeAutoLinks, { terms: () => Promise.resolve(TERMS) })
    .use(rehypeStringify)
    .process(new VFile({ path: `/home/a/${path}`, value: markdown }));
  return String(html);
}

for (const [title, markdown, html] of [
  [
    'the first mention of an object is a link, the next ones are not',
    'Deux Pods, un Pod.',
    '<p>Deux <a href="/objets/pod/">Pods</a>, un Pod.</p>',
  ],
  [
    'a command is a link, its code kept whole',
    'Tapez `kubectl get pods -A`.',
    '<p>Tapez <a href="/commandes/kubectl-get/"><code>kubectl get pods -A</code></a>.</p>',
  ],
  [
    'the longest name wins',
    '`kubectl get nodes`',
    '<p><a href="/commandes/kubectl-get-nodes/"><code>kubectl get nodes</code></a></p>',
  ],
  [
    'a command named without code is a link',
    'Avec kubectl get.',
    '<p>Avec <a href="/commandes/kubectl-get/">kubectl get</a>.</p>',
  ],
  [
    'two names of one page are one link',
    'Un CronJob crée un Job.',
    '<p>Un <a href="/controleurs/job/">CronJob</a> crée un Job.</p>',
  ],
  [
    'a heading, a block of code and other code hold no link',
    '# Pod\n\n```sh\nkubectl get pods\n```\n\n`kind: Pod`, `Pod`',
    '<h1>Pod</h1>\n<pre><code class="language-sh">kubectl get pods\n</code></pre>\n<p><code>kind: Pod</code>, <code>Pod</code></p>',
  ],
  [
    "the author's link is a mention, and holds no other",
    '[ce Pod](/objets/pod/#pieges), puis un Pod.',
    '<p><a href="/objets/pod/#pieges">ce Pod</a>, puis un Pod.</p>',
  ],
  [
    'a part of a word, a path or an option is no mention',
    'PodDisruptionBudget, /Pod, Pod-x, kubectl gets',
    '<p>PodDisruptionBudget, /Pod, Pod-x, kubectl gets</p>',
  ],
] as const) {
  test(title, async () => {
    assert.equal(await render(markdown), html);
  });
}

test('a page never links to itself', async () => {
  assert.equal(
    await render('Un Pod d’un Deployment.', 'content/objects/pod.mdx'),
    '<p>Un Pod d’un <a href="/controleurs/deployment/">Deployment</a>.</p>',
  );
});
