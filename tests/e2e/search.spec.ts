import { expect, test } from 'playwright/test';
import { SitePage } from './site.ts';

const QUESTIONS: [question: string, command: RegExp][] = [
  ['rollback', /^kubectl rollout undo/],
  ['Comment revenir en arrière ?', /^kubectl rollout undo/],
  ['mettre à l’échelle', /^kubectl scale/],
  ['noeuds', /^kubectl get nodes/],
  ['rollout undo', /^kubectl rollout undo/],
  ['voir les journaux', /^kubectl logs/],
  ['se connecter à un conteneur', /^kubectl exec/],
  ['--replicas', /--replicas/],
];

for (const [question, command] of QUESTIONS) {
  test(`« ${question} » finds its command`, async ({ page }) => {
    const site = new SitePage(page);
    await page.goto(`/recherche/?q=${encodeURIComponent(question)}`);
    await expect(site.results.first()).toHaveAttribute('data-command', command);
  });
}

for (const key of ['Control+k', '/']) {
  test(`${key} opens search, whole by keyboard`, async ({ page }) => {
    const site = new SitePage(page);
    await page.goto('/objets/pod/');
    await page.keyboard.press(key);
    await expect(site.dialog).toBeVisible();
    await page.keyboard.type('rollback');
    await expect(site.results.first()).toHaveAttribute('data-command', /rollout undo/);
    await page.keyboard.press('ArrowDown');
    await expect(site.results.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Control+Enter');
    await expect(site.announcements).toHaveText('Commande copiée');
    expect(await site.clipboard()).toMatch(/^kubectl rollout undo/);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/commandes\/kubectl-rollout-undo\/#/);
  });
}

test('the address keeps the question', async ({ page }) => {
  const site = new SitePage(page);
  await page.goto('/recherche/');
  await site.searchField.fill('port-forward');
  await expect(site.results.first()).toBeVisible();
  await expect(page).toHaveURL(/\?q=port-forward$/);
});

for (const question of [
  '<img src=x onerror=alert(1)>',
  '"\'`;--',
  '🙂',
  '???',
  'de la',
  '\ud800 \u202e مرحبا \u0007',
  'x'.repeat(5000),
  'zzzzqqqq',
]) {
  test(`a hostile or empty question does no harm: ${question.slice(0, 20)}`, async ({ page }) => {
    const site = new SitePage(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto('/recherche/');
    await site.searchField.fill(question);
    await expect(page.locator('main [data-search-results]')).toHaveAttribute('aria-busy', 'false');
    expect(await page.locator('main img').count()).toBe(0);
    expect(errors).toEqual([]);
  });
}

test('an index out of reach is said, and the page goes on', async ({ page }) => {
  await page.route('**/_search/**', (route) => route.abort());
  await page.goto('/recherche/?q=rollback');
  await expect(page.locator('main [data-search-status]')).toContainText('La recherche est indisponible');
});

test('nothing of search is downloaded before the reader shows the intent', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /pagefind|_search/.test(path))).toEqual([]);
});
