import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { preview } from 'astro';
import { needEngines } from '../../scripts/engines.ts';
import { StaticHost } from '../e2e/static-host.ts';
import { DIST } from '../site/dist.ts';
import { waitFor, type Engine } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

const PORT = Number(process.env.E2E_PORT ?? 4324);
const SITE = `http://localhost:${PORT}`;
const ANNOUNCED = 'document.querySelector("#annonces").textContent';
const COPY = '#derniere button.copy';
const paths = needEngines();
const server = await preview({ server: { port: PORT }, logLevel: 'warn' });
after(() => server.stop());

const ENGINES: [name: string, start: () => Promise<Engine>][] = [
  ['Firefox', () => startFirefox(paths.firefox)],
  ['WebKit', () => startWebKit(paths.webkitDriver, paths.webkit)],
];

for (const [name, start] of ENGINES) {
  describe(name, () => {
    let engine: Engine;
    before(async () => {
      engine = await start();
      console.log(engine.name);
    });
    after(() => engine.close());

    /** What the clipboard holds, as a reader would know: by pasting it. */
    const paste = async (): Promise<string> => {
      await engine.open(`${SITE}/recherche/`);
      await engine.click('main carnet-search input');
      await engine.press('Paste');
      await waitFor(engine, 'document.querySelector("main carnet-search input").value');
      return engine.run('document.querySelector("main carnet-search input").value');
    };

    test('a page reads, with its theme, its layout and its colours', async () => {
      await engine.open(`${SITE}/commandes/kubectl-rollout-undo/`);
      assert.equal(
        await engine.run('document.querySelector("h1").textContent.trim()'),
        'Revenir à la version précédente',
      );
      assert.equal(await engine.run('document.documentElement.scrollWidth <= innerWidth'), true);
      const ground = await engine.run<string>('getComputedStyle(document.querySelector(".command")).backgroundColor');
      assert.match(ground, /rgb\((19, 26, 42|10, 14, 23)\)/);
      const command = await engine.run<string>(
        'getComputedStyle(document.querySelector(".command .tok-command")).color',
      );
      assert.equal(command, 'rgb(157, 187, 255)');
    });

    test('a question is answered as it is typed, and Enter opens the answer', async () => {
      await engine.open(`${SITE}/objets/pod/`);
      // Script makes this button: from then on the keys are listened to.
      await waitFor(engine, 'document.querySelector("[data-search-open]")');
      await engine.type('/');
      await waitFor(engine, 'document.querySelector("dialog#recherche")?.open');
      await engine.type('rollback');
      await waitFor(
        engine,
        'document.querySelector("dialog [data-result]")?.dataset.command?.includes("rollout undo")',
      );
      await engine.press('ArrowDown');
      await engine.press('Enter');
      await waitFor(engine, 'location.pathname === "/commandes/kubectl-rollout-undo/"');
    });

    test('« Copier » copies the command', async () => {
      await engine.open(`${SITE}/commandes/kubectl-rollout-undo/`);
      await engine.click(COPY);
      await waitFor(engine, `${ANNOUNCED}.includes("copiée")`);
      assert.equal(await paste(), 'kubectl rollout undo deployment/<DEPLOYMENT>');
    });

    test('the theme chosen is kept on the next page', async () => {
      await engine.open(`${SITE}/objets/pod/`);
      await engine.click('carnet-theme button');
      await engine.click('carnet-theme button');
      await waitFor(engine, 'document.documentElement.dataset.theme === "dark"');
      await engine.open(`${SITE}/objets/service/`);
      assert.equal(await engine.run('document.documentElement.dataset.theme'), 'dark');
      assert.equal(await engine.run('getComputedStyle(document.body).backgroundColor'), 'rgb(15, 20, 32)');
    });

    test('a value filled in is shown, copied and kept', async () => {
      await engine.open(`${SITE}/commandes/kubectl-rollout-undo/`);
      await engine.click('#derniere .tok-placeholder[role]');
      await waitFor(engine, 'document.activeElement.matches(".value-input")');
      await engine.type('boutique');
      await engine.press('Enter');
      await waitFor(engine, 'document.querySelector("#derniere code").textContent.includes("deployment/boutique")');
      await engine.click(COPY);
      await waitFor(engine, `${ANNOUNCED}.includes("copiée")`);
      assert.equal(await paste(), 'kubectl rollout undo deployment/boutique');
      await engine.open(`${SITE}/commandes/kubectl-scale/`);
      await waitFor(engine, 'document.querySelector("#replicas code").textContent.includes("deployment/boutique")');
    });

    test('without its host, a page that was never opened reads, where the engine can keep the site', async (context) => {
      const host = new StaticHost(DIST);
      await host.start();
      context.after(() => host.stop());
      await engine.open(host.root);
      if (!(await engine.run<boolean>('"serviceWorker" in navigator'))) {
        context.skip('this engine has no service worker here');
        return;
      }
      if (name === 'WebKit') {
        // It has the interface, and an automated session of it registers nothing; the site asks 3 s after it is loaded.
        await new Promise((resolve) => setTimeout(resolve, 6000));
        const count = 'navigator.serviceWorker.getRegistrations().then((all) => all.length)';
        if ((await engine.run<number>(count)) === 0) {
          context.skip('WebKit registers no service worker in an automated session');
          return;
        }
      }
      await waitFor(engine, 'navigator.serviceWorker.controller?.state === "activated"', 60);
      await host.stop();
      // As a reader goes on: by the page itself, not by the driver, which asks the host before the engine does.
      await engine.run(`void location.assign("${host.root}objets/service/")`);
      await waitFor(engine, 'document.querySelector("h1")?.textContent.trim() === "Service"');
    });
  });
}
