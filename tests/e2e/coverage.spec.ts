import { expect, test } from 'playwright/test';

test('the footer leads to what is covered, and a command to its examples', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Couverture de kubectl' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Couverture de kubectl');
  await expect(page.getByRole('term').filter({ hasText: 'kubectl rollout undo' })).toBeVisible();
  await page.locator('dd a').first().click();
  await expect(page).toHaveURL(/\/commandes\/[a-z-]+\/#/);
});

test('the footer leads to what changed from one kubectl to the next', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'D’une version à l’autre' }).click();
  await expect(page.getByRole('heading', { name: 'De kubectl 1.35 à 1.36' })).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'kubectl kuberc set' }).last()).toBeVisible();
  await expect(page.getByText('Nouvelle commande.').first()).toBeVisible();
});
