/** The keys that tests press beside letters. */
export type Key = 'Enter' | 'ArrowDown' | 'Escape' | 'Paste';

/** One window of a browser other than Chromium, as far as the main paths of the site need it. */
export interface Engine {
  /** `firefox 153.7.0`. */
  readonly name: string;
  /** Opens an address and waits until the page is loaded. */
  open(address: string): Promise<void>;
  /** Runs an expression in the page: `run<string>('document.title')`. */
  run<T>(expression: string): Promise<T>;
  /** Presses the real mouse on the middle of the first element of a selector, scrolled into view. */
  click(selector: string): Promise<void>;
  /** Types text where the focus is. */
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  close(): Promise<void>;
}

/** Waits until an expression is true in the page. @throws Error that names the expression after some seconds, ten unless said. */
export async function waitFor(engine: Engine, expression: string, seconds = 10): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await engine.run<boolean>(`Boolean(${expression})`)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${engine.name}: not true after ${seconds} seconds: ${expression}`);
}
