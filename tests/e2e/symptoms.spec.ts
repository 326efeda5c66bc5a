import { expect, test } from 'playwright/test';
import { SitePage } from './site.ts';

/** What people read on their screen, and the page that explains it. */
const SYMPTOMS: [words: string, page: string][] = [
  ['CrashLoopBackOff', 'crashloopbackoff'],
  ['back-off restarting failed container', 'crashloopbackoff'],
  ['ImagePullBackOff', 'imagepullbackoff'],
  ['ErrImagePull', 'imagepullbackoff'],
  ['Pending', 'pending'],
  ['FailedScheduling', 'pending'],
  ['OOMKilled', 'oomkilled'],
  ['exit code 137', 'oomkilled'],
  ['Evicted', 'evicted'],
  ['DiskPressure', 'evicted'],
  ['CreateContainerConfigError', 'createcontainerconfigerror'],
  ['le service ne répond pas', 'service-ne-repond-pas'],
  ['bloqué en Terminating', 'terminating'],
  ['déploiement bloqué', 'rollout-echoue'],
  ['ProgressDeadlineExceeded', 'rollout-echoue'],
  ['readiness probe failed', 'pod-pas-pret'],
  ['nœud NotReady', 'noeud-notready'],
];

for (const [words, name] of SYMPTOMS) {
  test(`« ${words} » leads to its page`, async ({ page }) => {
    const site = new SitePage(page);
    await page.goto(`/recherche/?q=${encodeURIComponent(words)}`);
    await expect(site.results.locator(`a[href^="/deboguer/${name}/"]`).first()).toBeVisible();
  });
}
