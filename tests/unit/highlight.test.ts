import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight, highlightWords, tokenize } from '../../src/lib/highlight/highlighter.ts';

const classesOf = (command: string): Record<string, string | undefined> =>
  Object.fromEntries((tokenize(command, 'kubectl')[0] ?? []).map(({ text, className }) => [text.trim(), className]));

test('tells the tool, the resource, the flag and the placeholder apart', () => {
  const classes = classesOf('kubectl rollout undo deployment/<DEPLOYMENT> --to-revision=<REVISION>');
  assert.equal(classes['kubectl rollout undo'], 'tok-command');
  assert.equal(classes.deployment, 'tok-resource');
  assert.equal(classes['<DEPLOYMENT>'], 'tok-placeholder');
  assert.equal(classes['--to-revision='], 'tok-flag');
});

test('marks the separator and strings', () => {
  const classes = classesOf("kubectl exec -it <POD> -- sh -c 'echo'");
  assert.equal(classes['--'], 'tok-flag');
  assert.equal(classes["'echo'"], 'tok-string');
});

test('writes classes and no inline style, and escapes markup', () => {
  const html = highlight('kubectl get pods -l <LABEL>=<VALUE> && echo "<b>"', 'kubectl');
  assert.doesNotMatch(html, /style=|<b>/);
});

test('a flag and its value are one word, which a line does not cut where it can hold it', () => {
  assert.equal(
    highlight('kubectl run a --image=b/c:1 --env="x y" -- d', 'kubectl'),
    '<span class="tok-command">kubectl run</span> a ' +
      '<span class="word"><span class="tok-flag">--image=</span>b/c:1</span> ' +
      '<span class="word"><span class="tok-flag">--env=</span><span class="tok-string">"x y"</span></span> ' +
      '<span class="tok-flag">--</span> d',
  );
  assert.match(highlight('kubectl rollout undo a --to-revision=<REVISION>', 'kubectl'), /<\/span><\/span>$/);
});

test('one kind of token can be coloured alone', () => {
  assert.equal(
    highlight('kubectl logs <POD> -f', 'kubectl', 'tok-placeholder'),
    'kubectl logs <span class="tok-placeholder">&lt;POD&gt;</span> -f',
  );
});

test('keeps words whole where they are read on paper, placeholders inside them', () => {
  assert.equal(
    highlightWords('kubectl get -f <FILE> --to=a<POD>', 'kubectl', 'tok-placeholder'),
    '<span class="word">kubectl</span> <span class="word">get</span> <span class="word">-f</span> ' +
      '<span class="word"><span class="tok-placeholder">&lt;FILE&gt;</span></span> ' +
      '<span class="word">--to=a<span class="tok-placeholder">&lt;POD&gt;</span></span>',
  );
});
