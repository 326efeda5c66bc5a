import { expect, test, type Page } from 'playwright/test';

/** One page of each kind. */
const PAGES = [
  '/',
  '/commandes/',
  '/commandes/deboguer/',
  '/commandes/kubectl-get-jsonpath/',
  '/commandes/kubectl-delete-force/',
  '/objets/pod/',
  '/manifestes/carnet/',
  '/architecture/schema-du-cluster/',
  '/deboguer/pending/',
  '/tutoriels/hello-minikube/',
  '/introduction/',
  '/antiseche/',
  '/corrections/',
  '/couverture/',
  '/versions/',
  '/recherche/?q=revenir',
  '/hors-ligne/',
  '/404.html',
];

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if (address.includes('?q=')) await expect(page.locator('[data-result]').first()).toBeVisible();
  // What script adds is there: the theme's button is the last of the header.
  await expect(page.getByRole('button', { name: /^Thème/ })).toBeVisible();
}

test('on paper there is text only, dark on white whatever the theme: no control, no empty section', async ({
  page,
}) => {
  test.setTimeout(120_000);
  for (const address of PAGES) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await visit(page, address);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const found = await page.evaluate(() => {
      const isSeen = (element: Element): boolean => element.checkVisibility() && element.getClientRects().length > 0;
      const controls = [...document.querySelectorAll('button, input, select, textarea, dialog, [popover], .anchor')];
      const headings = [...document.querySelectorAll('main :is(h2, h3)')].filter(isSeen);
      const empty = headings.filter((heading) => {
        const next = heading.nextElementSibling;
        return next !== null && !isSeen(next);
      });
      return [
        ...controls.filter(isSeen).map(({ outerHTML }) => outerHTML.slice(0, 100)),
        ...empty.map(({ textContent }) => `« ${textContent} » says nothing`),
      ];
    });
    expect.soft(found, address).toEqual([]);
    expect.soft(await page.evaluate(() => matchMedia('print').matches), address).toBe(true);
    await expect.soft(page.locator('h1').or(page.locator('.cheat-head')).locator('visible=true').first()).toBeVisible();
    const ink = await page.locator('main').evaluate((main) => getComputedStyle(main).color);
    expect.soft(ink, address).toMatch(/rgb\((\d|[1-5]\d), /);
  }
});

test('on paper, a link that leaves the site is followed by its address, and no example is cut by a page', async ({
  page,
}) => {
  await page.goto('/commandes/kubectl-rollout-undo/');
  await page.emulateMedia({ media: 'print' });
  const written = await page.getByRole('link', { name: 'Documentation officielle' }).evaluate((link) => ({
    address: link.getAttribute('href'),
    after: getComputedStyle(link, '::after').content,
  }));
  expect(written.after).toContain(written.address);
  for (const example of await page.locator('[data-example]').all())
    await expect(example).toHaveCSS('break-inside', 'avoid');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`in forced colours, ${colorScheme}, each button has an edge or an icon, and icons and marks are drawn`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const address of PAGES) {
      await visit(page, address);
      const found = await page.evaluate(() => {
        const ground = getComputedStyle(document.body).backgroundColor;
        const problems: string[] = [];
        for (const button of document.querySelectorAll<HTMLElement>('button, select, .chip, .card, .command')) {
          if (!button.checkVisibility()) continue;
          const style = getComputedStyle(button);
          const isEdged = Number.parseFloat(style.borderTopWidth) > 0 && style.borderTopColor !== ground;
          const isLink = style.textDecorationLine === 'underline';
          if (!isEdged && !isLink && !button.querySelector('svg') && !button.matches('.anchor'))
            problems.push(`no edge: ${button.outerHTML.slice(0, 100)}`);
        }
        for (const icon of document.querySelectorAll('.icon'))
          if (icon.checkVisibility() && getComputedStyle(icon).stroke === ground)
            problems.push(`not drawn: ${icon.outerHTML.slice(0, 100)}`);
        for (const anchor of document.querySelectorAll('.anchor'))
          if (getComputedStyle(anchor).opacity !== '1') problems.push('a faint anchor');
        return problems;
      });
      expect.soft(found, address).toEqual([]);
    }
  });

test('in forced colours the line of the share menu that Enter would choose is outlined, and paper has no menu', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/commandes/kubectl-rollout-undo/');
  await page
    .getByRole('button', { name: /^Partager/ })
    .first()
    .click();
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await expect(page.getByRole('menuitem').first()).toHaveCSS('outline-style', 'solid');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('menu')).toBeHidden();
});

test('at 200 %, the filters show what is chosen, whole', async ({ page }) => {
  await page.setViewportSize({ width: 680, height: 450 });
  await page.goto('/commandes/?objet=event&effet=suppression');
  await expect(page.getByText('Aucun exemple')).toBeVisible();
  for (const filter of await page.locator('.filter select').all())
    expect((await filter.boundingBox())?.width).toBeGreaterThan(150);
});

test('when less motion is asked, nothing slides nor fades', async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const address of PAGES) {
    await visit(page, address);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return /[1-9]/.test(transitionDuration) || animationName !== 'none';
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
    expect.soft(moving, address).toEqual([]);
  }
});
