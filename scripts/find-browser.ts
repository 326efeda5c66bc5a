// Finds a browser for the tests, or installs one: an installed Chromium or Chrome, else Debian's by apt when root, else Playwright's.
import { findBrowser, installBrowser } from './browser.ts';

const found = findBrowser() ?? installBrowser();
if (found) console.log(`Browser for the tests: ${found}`);
else {
  console.error('No browser for the tests: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.');
  process.exit(1);
}
