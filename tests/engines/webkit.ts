import { spawn, type ChildProcess } from 'node:child_process';
import { Builder, By, Capabilities, Key as Keys, until, type WebDriver } from 'selenium-webdriver';
import type { Engine, Key } from './engine.ts';

const PORT = 4456;
const DISPLAY = ':97';
const KEYS: Record<Exclude<Key, 'Paste'>, string> = {
  Enter: Keys.ENTER,
  ArrowDown: Keys.ARROW_DOWN,
  Escape: Keys.ESCAPE,
};

/** Starts WebKitGTK through its own WebDriver, on a virtual display when there is none. */
export async function startWebKit(driverPath: string, browserPath: string): Promise<Engine> {
  const processes: ChildProcess[] = [];
  const display = process.env.DISPLAY ?? DISPLAY;
  if (!process.env.DISPLAY) {
    processes.push(spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' }));
  }
  const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' };
  processes.push(spawn(driverPath, [`--port=${PORT}`], { stdio: 'ignore', env }));
  const stop = (): void => {
    for (const child of processes.reverse()) child.kill();
  };
  try {
    const driver = await connect(browserPath);
    const version = (await driver.getCapabilities()).get('browserVersion') as string;
    return {
      name: `webkit ${version}`,
      open: (address) => driver.get(address),
      run: (expression) => driver.executeScript(`return ${expression}`),
      click: async (selector) => {
        const element = await driver.wait(until.elementLocated(By.css(selector)), 10_000);
        await driver.wait(until.elementIsVisible(element), 10_000);
        await driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
        // A page that is still sliding in takes no click: asked again for a moment.
        await driver.wait(
          () =>
            element.click().then(
              () => true,
              () => false,
            ),
          5_000,
        );
      },
      type: (text) => driver.actions().sendKeys(text).perform(),
      press: (key) => {
        const actions = driver.actions();
        if (key === 'Paste') return actions.keyDown(Keys.CONTROL).sendKeys('v').keyUp(Keys.CONTROL).perform();
        return actions.sendKeys(KEYS[key]).perform();
      },
      close: async () => {
        await driver.quit();
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The driver takes a moment to listen: asked again for ten seconds. */
async function connect(binary: string): Promise<WebDriver> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  for (let attempt = 1; ; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${PORT}`).withCapabilities(capabilities).build();
    } catch (error) {
      if (attempt === 20) throw error;
    }
  }
}
