import { cleanValue } from '../lib/shared-values.ts';
import { fillCommand as fill, type Values } from '../lib/values.ts';

/** Where the reader's values are kept on this device, as JSON: `{"POD":"boutique-1"}`. The base script looks for it too. */
const KEY = 'valeurs';

let own = read();
/** Values that came with a link: shown, never stored before the reader says so. */
let shared: Values = {};
/** Names whose value is not stored: it is forgotten with the page. */
const unstored = new Set<string>();
const listeners = new Set<() => void>();
let isStored = true;

/** A command as the reader would run it: `fillCommand('kubectl logs <POD>')` → `kubectl logs boutique-1`. */
export function fillCommand(command: string): string {
  return fill(command, currentValues());
}

/** What placeholders stand for now: the reader's own values, under those that came with the link. */
export function currentValues(): Values {
  return { ...own, ...shared };
}

/** The reader's own values, without those of a link. */
export function ownValues(): Values {
  return own;
}

/** The values that came with a link and that the reader has neither kept nor dropped. */
export function sharedValues(): Values {
  return shared;
}

/**
 * Sets the reader's value of a placeholder, or forgets it when it is empty.
 * @param isSecret kept for this page's life only, never stored
 */
export function setValue(name: string, value: string, isSecret = false): void {
  if (isSecret) unstored.add(name);
  shared = without(shared, name);
  own = { ...without(own, name), ...(value && { [name]: cleanValue(value) }) };
  save();
}

/** Forgets all of the reader's own values. */
export function clearValues(): void {
  own = {};
  save();
}

/** Notes all values as they are now; calling what it returns brings them back. */
export function noteValues(): () => void {
  const former = { own, shared };
  return () => {
    ({ own, shared } = former);
    save();
  };
}

/** Shows values of a link over the reader's own. */
export function showShared(values: Values): void {
  shared = values;
  tell();
}

/** Makes the values of the link the reader's own. */
export function keepShared(): void {
  own = { ...own, ...shared };
  shared = {};
  save();
}

/** Calls back at each change, in this page or another one of this site. */
export function onChange(listener: () => void): void {
  listeners.add(listener);
}

/** Whether the last change could be stored: false in a browser that refuses storage. */
export function isRemembered(): boolean {
  return isStored;
}

function without(values: Values, name: string): Values {
  return Object.fromEntries(Object.entries(values).filter(([other]) => other !== name));
}

function tell(): void {
  for (const listener of listeners) listener();
}

function save(): void {
  const stored = Object.fromEntries(Object.entries(own).filter(([name]) => !unstored.has(name)));
  try {
    if (Object.keys(stored).length > 0) localStorage.setItem(KEY, JSON.stringify(stored));
    else localStorage.removeItem(KEY);
    isStored = true;
  } catch {
    // Refused or full: the values hold for this page's life.
    isStored = false;
  }
  tell();
}

/** What is stored may be anything: only what could be a value is taken. */
function read(): Values {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const pairs = Object.entries((stored ?? {}) as Record<string, unknown>);
    return Object.fromEntries(
      pairs.flatMap(([name, value]) =>
        /^[A-Z][A-Z0-9_]*$/.test(name) && typeof value === 'string' && value ? [[name, cleanValue(value)]] : [],
      ),
    );
  } catch {
    return {};
  }
}

addEventListener('storage', (event) => {
  if (event.key !== KEY && event.key !== null) return;
  const kept = Object.fromEntries(Object.entries(own).filter(([name]) => unstored.has(name)));
  own = { ...read(), ...kept };
  tell();
});
