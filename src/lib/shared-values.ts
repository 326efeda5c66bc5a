import type { Values } from './values.ts';

/** What an address's fragment holds: `#derniere&v:POD=boutique-1` → the anchor `derniere` and the value of `POD`. */
export interface SharedFragment {
  readonly anchor: string;
  readonly values: Values;
  /** How many values were dropped: unknown, unreadable, too long, or not fit for a command. */
  readonly ignored: number;
}

/** Longest value that is kept or read, in characters: a path or a label selector fits, a text does not. */
export const LONGEST_VALUE = 500;
const LONGEST_FRAGMENT = 8_000;
/** Invisible characters: they would make a command that is not what it looks like. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * Whether a value that comes from elsewhere may enter a command: visible, of a readable length, and no flag, which
 * would turn `kubectl delete pod <POD>` into `kubectl delete pod --all`.
 */
function isFit(value: string): boolean {
  return value !== '' && value.length <= LONGEST_VALUE && !INVISIBLE.test(value) && !value.startsWith('-');
}

/** A typed or stored value without what cannot be seen: `cleanValue('pod\u200b-1')` → `'pod-1'`. */
export function cleanValue(value: string): string {
  return value.replace(new RegExp(INVISIBLE, 'gu'), '').slice(0, LONGEST_VALUE);
}

/**
 * Writes an anchor and values as a fragment: `writeFragment('derniere', { POD: 'a b' })` → `#derniere&v:POD=a%20b`.
 * Only characters that chats and mail keep in a link are left as they are.
 */
export function writeFragment(anchor: string, values: Values): string {
  const pairs = Object.entries(values).filter(([, value]) => isFit(value));
  return `#${anchor}${pairs.map(([name, value]) => `&v:${name}=${encode(value)}`).join('')}`;
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*~]|\.$/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Reads a fragment that someone wrote, strictly: what is not a known placeholder with a fit value is dropped and counted.
 * @param hash as in `location.hash`
 * @param isKnown whether a name is in the registry of placeholders
 */
export function readFragment(hash: string, isKnown: (name: string) => boolean): SharedFragment {
  const [anchor = '', ...pairs] = hash.replace(/^#/, '').slice(0, LONGEST_FRAGMENT).split('&v:');
  const values: Record<string, string> = {};
  let ignored = hash.length > LONGEST_FRAGMENT ? 1 : 0;
  for (const pair of pairs) {
    const [, name = '', text = ''] = /^([A-Z][A-Z0-9_]*)=(.*)$/s.exec(pair) ?? [];
    const value = decode(text);
    if (isKnown(name) && isFit(value) && !Object.hasOwn(values, name)) values[name] = value;
    else ignored += 1;
  }
  return { anchor, values, ignored };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
