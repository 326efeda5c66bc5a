import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toPageMarkdown } from '../../src/lib/markdown/page-markdown.ts';

test('a page as Markdown keeps what it says, its commands and absolute links', () => {
  const html = `<nav>x</nav><main><h1> Pod </h1><p>Voir <a href="/objets/service/">Service </a></p><h2 id="a">Les pièges<a class="anchor" href="#a"></a></h2>
    <carnet-command class="example" data-command="kubectl delete pod &lt;POD>" data-effect="suppression"><h3 class="example-title">Supprimer</h3>
    <div class="command"><pre><code>…</code></pre><a>Lien</a>
      <span class="effect" data-effect="suppression" title="Supprime des objets : vérifiez avant de coller.">Suppression</span>
    </div><p>Note</p></carnet-command>
    <pre class="code" data-language="yaml"><code><span>kind</span>: Pod</code></pre></main>`;
  assert.equal(
    toPageMarkdown(html, 'https://notes.example/k8s/objets/pod/'),
    [
      '# Pod\n\n<https://notes.example/k8s/objets/pod/>\n\n',
      'Voir [Service](https://notes.example/objets/service/)\n\n## Les pièges\n\n### Supprimer\n\n',
      '```sh\nkubectl delete pod <POD>\n```\n\n*Supprime des objets : vérifiez avant de coller.*\n\nNote\n\n',
      '```yaml\nkind: Pod\n```\n',
    ].join(''),
  );
});

test('in a page as Markdown, rows are one list, names of commands are code, and what follows a link stands apart', () => {
  const html = `<main><h1>Pod</h1>
    <carnet-command class="row" data-command="kubectl get pods"><a href="/a/#x">Lister</a><code>…</code></carnet-command>
    <carnet-command class="row" data-command="kubectl get nodes"><a href="/a/#y">Voir</a></carnet-command>
    <dl class="terms"><dt><span class="word">kubectl</span> <span class="word">get </span> </dt><dd>Liste.</dd><dt class="fact">Portée</dt><dd>Rien.</dd></dl>
    <dl class="fields"><div><dt><code>spec.<wbr>nodeName</code></dt><dd><p>Le nœud.</p><code>kubectl explain pod.spec</code></dd></div></dl>
    <p class="object-links">Agit sur <a href="/o/">Pod</a> <span>Job</span></p>
    <ul><li><a href="/b/">Service</a> <span>Une adresse.</span></li></ul></main>`;
  assert.equal(
    toPageMarkdown(html, 'https://notes.example/'),
    [
      '# Pod\n\n<https://notes.example/>\n\n',
      '- [Lister](https://notes.example/a/#x) `kubectl get pods`\n- [Voir](https://notes.example/a/#y) `kubectl get nodes`\n\n',
      '- `kubectl get`\u00a0: Liste.\n- **Portée**\u00a0: Rien.\n\n',
      '- `spec.nodeName`\u00a0: Le nœud. `kubectl explain pod.spec`\n\n',
      'Agit sur\u00a0: [Pod](https://notes.example/o/), Job\n\n',
      '- [Service](https://notes.example/b/) — Une adresse.\n',
    ].join(''),
  );
});

test('a page as Markdown loses nothing to Markdown: signs, no-break spaces, code, and what touches or not', () => {
  const html = `<main><h1>Pod</h1>
    <p>Il lit l’<a href="#b">état</a> <strong>A.</strong> Un nœud (<code>Ready</code>), «\u00a0<a href="/?a=1&amp;b=(2)">x</a>\u00a0» et &lt;POD&gt; *.</p>
    <ol><li>Un<pre data-language="sh"><code>kubectl get pods \\\n  -o <span>wide</span>\n\n\n\n| a | b |\n</code></pre><li>Deux <del>trois</del></ol>
    <table><thead><tr><th>Nom<th>Rôle</thead><tbody><tr><td><code>a|b</code><td>l’<em>un</em><tr><td>Service<td></tbody></table></main>`;
  assert.equal(
    toPageMarkdown(html, 'https://notes.example/pod/'),
    [
      '# Pod\n\n<https://notes.example/pod/>\n\n',
      'Il lit l’[état](https://notes.example/pod/#b) **A.** Un nœud (`Ready`), «\u00a0[x](<https://notes.example/?a=1&b=(2)>)\u00a0» et \\<POD> \\*.\n\n',
      '1. Un\n\n   ```sh\n   kubectl get pods \\\n     -o wide\n\n\n\n   | a | b |\n   ```\n\n2. Deux ~~trois~~\n\n',
      '| Nom     | Rôle   |\n| ------- | ------ |\n| `a\\|b`  | l’*un* |\n| Service |        |\n',
    ].join(''),
  );
});

test('in pages as Markdown, the same terms are the same lines, and a link within its page leads to that page', () => {
  const html = `<main><h1>Pod</h1><dl class="terms"><dt>-n</dt><dd>Le <code>namespace</code>.</dd></dl>
    <ul><li>Aussi<dl class="terms"><dt>-A</dt><dd>Tous.</dd><dt>-n</dt><dd>Le <code>namespace</code>.</dd></dl></ul>
    <dl class="terms"><dt>-o</dt><dd><a href="#b">Le format</a></dd></dl></main>`;
  for (const address of ['https://notes.example/a/', 'https://notes.example/b/'])
    assert.equal(
      toPageMarkdown(html, address),
      [
        `# Pod\n\n<${address}>\n\n- \`-n\`\u00a0: Le \`namespace\`.\n\n`,
        '- Aussi\n\n  - `-A`\u00a0: Tous.\n  - `-n`\u00a0: Le `namespace`.\n\n',
        `- \`-o\`\u00a0: [Le format](${address}#b)\n`,
      ].join(''),
    );
});
