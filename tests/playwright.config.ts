import { defineConfig } from 'playwright/test';
import { findBrowser } from '../scripts/browser.ts';

/** Two checkouts on one machine test side by side when each names its own port. */
const PORT = Number(process.env.E2E_PORT ?? 4322);
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  use: {
    baseURL: `http://localhost:${PORT}`,
    // Kept files would answer in place of the host that a test changes; offline.spec.ts has its own.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath && { executablePath }),
      // Chromium's sandbox refuses root; the others keep it from asking the network for anything.
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    },
  },
  webServer: {
    command: `astro preview --force --port ${PORT}`,
    cwd: '..',
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
