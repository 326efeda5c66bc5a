import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readCommandLine } from '../../src/lib/search/command-line.ts';
import { fold, readWords } from '../../src/lib/search/fold.ts';
import { createLanguage } from '../../src/lib/search/language.ts';
import { openLexicon, packWords } from '../../src/lib/search/lexicon.ts';
import { readQuestion } from '../../src/lib/search/question.ts';
import { rank } from '../../src/lib/search/rank.ts';
import type { Candidate } from '../../src/lib/search/reading.ts';
import { readVocabulary } from '../../src/lib/search/read-vocabulary.ts';
import { complete, correct, distance } from '../../src/lib/search/spelling.ts';
import { findContradictions, type Vocabulary } from '../../src/lib/search/vocabulary.ts';

const vocabulary = await readVocabulary();
const language = createLanguage(vocabulary);
const WORDS = [
  'rollback',
  'rollout',
  'replicas',
  'journaux',
  'pod',
  'service',
  'supprimer',
  'arriere',
  'logs',
  '--namespace',
  '--follow',
];
const lexicon = openLexicon(vocabulary, 300, packWords(new Map(WORDS.map((word) => [word, word.length]))).words);

const texts = (text: string): string[] => readWords(text).map((word) => word.text);

test('folds accents, ligatures and both apostrophes', () => {
  assert.equal(fold('Nœuds'), 'noeuds');
  assert.deepEqual(texts('L’échelle des Nœuds'), ['l', 'echelle', 'des', 'noeuds']);
  assert.deepEqual(texts("l'échelle"), texts('l’echelle'));
});

test('keeps a flag as one word and opens what joins a type and a name', () => {
  assert.deepEqual(texts('--replicas=4 deployment/web -A'), ['--replicas', '4', 'deployment', 'web', '-A']);
});

test('one token for the words, the languages and the forms of one idea', () => {
  const [undo] = language.tokens('undo');
  for (const same of ['revenir en arrière', 'rollback', 'Annuler', 'revert'])
    assert.deepEqual(language.tokens(same), [undo]);
  assert.deepEqual(language.tokens('po'), language.tokens('Pods'));
  assert.deepEqual(language.tokens('nœud'), language.tokens('nodes'));
  assert.deepEqual(language.tokens('redémarrent'), language.tokens('restart'));
});

test('a flag has one token in its short and its long form, by the command where it must', () => {
  assert.deepEqual(language.flag('-n'), language.flag('--namespace'));
  assert.deepEqual(language.flag('-it'), [...language.flag('--stdin'), ...language.flag('--tty')]);
  assert.deepEqual(language.flag('-f', ['logs']), language.flag('--follow'));
  assert.deepEqual(language.flag('-f', ['apply']), language.flag('--filename'));
});

test('what is denied is not asked: only that it is denied', () => {
  assert.deepEqual(language.tokens('arrêter sans le supprimer'), language.tokens('arrêter sans'));
  assert.ok(!language.tokens('modifier un champ sans ouvrir d’éditeur').includes(language.tokens('éditeur')[0] ?? ''));
});

test('small words together can mean something', () => {
  assert.deepEqual(language.tokens('can I'), language.tokens('droits'));
  assert.deepEqual(language.tokens('I can'), []);
});

test('reads a pasted command without the names of the reader', () => {
  const reading = readCommandLine('$ kubectl rollout undo deployment/boutique -n prod', language);
  assert.deepEqual(reading.kinds, language.tokens('deployment'));
  assert.deepEqual(reading.flags, language.flag('--namespace'));
  assert.deepEqual(reading.verbs, language.tokens('rollout undo'));
});

test('counts the letters to change, a swap as one', () => {
  assert.equal(distance('rolback', 'rollback', 2), 1);
  assert.equal(distance('lgos', 'logs', 2), 1);
  assert.equal(distance('abc', 'xyz', 1), 2);
});

test('corrects against the words of the site only, and never a short word', () => {
  assert.equal(correct('rolback', lexicon.words), 'rollback');
  assert.equal(correct('jornaux', lexicon.words), 'journaux');
  assert.equal(correct('po', lexicon.words), undefined);
  assert.deepEqual(complete('ro', lexicon.words).sort(), ['rollback', 'rollout']);
});

test('says what it corrected, and leaves it when told to', () => {
  assert.equal(readQuestion('rolback pod', lexicon).corrected, 'rollback pod');
  assert.equal(readQuestion('rolback pod', lexicon, true).corrected, undefined);
});

const candidate = (title: string, command: string, effect: string): Candidate => ({
  title,
  command,
  effect,
  keywords: [],
  pageKeywords: [],
  order: 0,
  found: new Map(),
  phrases: [],
});

test('what destroys never comes first unless it is asked', () => {
  const list = [
    candidate('Supprimer un Pod', 'kubectl delete pod <POD>', 'suppression'),
    candidate('Afficher les journaux d’un Pod', 'kubectl logs <POD>', 'lecture'),
  ];
  const first = (text: string): string | undefined => rank(list, readQuestion(text, lexicon), lexicon)[0]?.effect;
  assert.equal(first('pod'), 'lecture');
  assert.equal(first('supprimer pod'), 'suppression');
  assert.equal(first('ai-je le droit de supprimer un pod'), 'lecture');
});

test('the vocabulary does not contradict itself, and a contradiction is named', () => {
  assert.deepEqual(findContradictions(vocabulary), []);
  const wrong: Vocabulary = { ...vocabulary, synonyms: [...vocabulary.synonyms, ['rollback', 'zzz']] };
  assert.match(findContradictions(wrong).join(), /« rollback » est déjà dans/);
});

test('a stop word in a group, and a destructive word without a group, are refused', () => {
  const wrong: Vocabulary = {
    ...vocabulary,
    kinds: [...vocabulary.kinds, ['comment', 'xyz']],
    destructive: ['nimporte'],
  };
  assert.match(findContradictions(wrong).join(), /« comment » est déjà dans stopWords/);
  assert.match(findContradictions(wrong).join(), /« nimporte » n'est le nom d'aucun groupe/);
});

test('2,000 random questions are read without an exception, quickly', () => {
  let seed = 42;
  const random = (most: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  const pieces = [
    '<img src=x onerror=alert(1)>',
    '"',
    "'",
    '’',
    '🙂',
    '\u0000',
    '\u202e',
    'kubectl',
    '--',
    '-',
    '$(',
    '`',
    '\\',
    '%00',
    'œ',
    'pod',
    ' ',
    '\n',
    '<POD>',
    '=',
    '/',
    'x'.repeat(900),
    '１２',
    'ﬁ',
    '中文',
    'de',
    'la',
    '{{',
    'á',
  ];
  const start = performance.now();
  for (let turn = 0; turn < 2000; turn += 1) {
    const text = Array.from({ length: random(12) }, () => pieces[random(pieces.length)] ?? '').join(
      random(2) ? ' ' : '',
    );
    const { terms } = readQuestion(text, lexicon);
    assert.ok(terms.length <= 16, text);
    assert.ok(
      terms.every(
        ({ weight, tokens }) => Number.isFinite(weight) && tokens.every((token) => /^[\p{L}\p{N}]+$/u.test(token)),
      ),
      text,
    );
  }
  assert.ok(performance.now() - start < 20_000);
});

test('the development set is large, varied and names examples once each', async () => {
  const asked = parse(await readFile('tests/search/questions.yaml', 'utf8')) as {
    question: string;
    kind: string;
    expect: string[];
  }[];
  assert.ok(asked.length >= 200);
  assert.equal(new Set(asked.map(({ question }) => question)).size, asked.length);
  for (const kind of ['task', 'synonym', 'fragment', 'typo', 'no-accent', 'english', 'pasted'])
    assert.ok(asked.filter((one) => one.kind === kind).length >= 15, kind);
});
