/** What a line takes for granted about the cluster: the pretend objects have it, so that only the grammar is judged. */
export interface Expectations {
  readonly containers: readonly string[];
  /** condition types, with the status waited for */
  readonly conditions: readonly (readonly [type: string, status: string])[];
  /** fields that must hold a value, as `['status.phase', 'Running']` */
  readonly fields: readonly (readonly [path: string, value: string])[];
  readonly revisions: readonly number[];
  readonly replicas: number | undefined;
  readonly isPaused: boolean;
  /** what is watched goes away: `kubectl wait --for=delete` */
  readonly isLeaving: boolean;
  readonly taints: readonly { readonly key: string; readonly effect: string }[];
  readonly ports: readonly number[];
}

const all = (line: string, pattern: RegExp): string[] => [...line.matchAll(pattern)].map((match) => match[1] ?? '');
const numbers = (texts: readonly string[]): number[] =>
  texts.map(Number).filter((value) => Number.isInteger(value) && value > 0);

/**
 * Reads in a line what state it needs: `kubectl logs web -c app` needs a container `app`.
 * @param line one or several shell lines
 */
export function readExpectations(line: string): Expectations {
  const isSetImage = /\bset\s+(?:image|env|resources)\b|--set-image/.test(line);
  return {
    containers: [
      ...all(line, /(?:\s-c[= ]?|--container[= ]|--target[= ]|--containers[= ])['"]?([a-z0-9][a-z0-9-]*)/g),
      ...(isSetImage ? all(line, /[\s=,'"]([a-z0-9][a-z0-9-]*)=[^\s,]/g) : []),
    ],
    conditions: [...line.matchAll(/condition=([A-Za-z]+)(?:=([A-Za-z]+))?/g)].map(
      ([, type = '', status = 'True']) => [type, status] as const,
    ),
    fields: [...line.matchAll(/jsonpath=['"]?\{\.?([\w.]+)\}['"]?(?:=['"]?([\w.-]+))?/g)]
      .map(([, path = '', value = 'x']) => [path, value] as const)
      // What an object is called stays as it is.
      .filter(([path]) => !/^(?:kind|apiVersion|metadata\.(?:name|namespace))$/.test(path)),
    revisions: numbers(all(line, /--(?:to-)?revision[= ](\d+)/g)),
    replicas: numbers(all(line, /--current-replicas[= ](\d+)/g))[0],
    isPaused: /\brollout\s+resume\b/.test(line) && !/\brollout\s+pause\b/.test(line),
    isLeaving: /--for[= ]['"]?delete\b/.test(line),
    taints: /\btaint\b/.test(line) ? readTaints(line) : [],
    ports: numbers(all(line, /\s\d*:(\d+)(?=\s|$)/g)).concat(
      numbers(line.includes('port-forward') ? all(line, /\s(\d+)(?=\s|$)/g) : []),
    ),
  };
}

/** The taints that a line removes: `kubectl taint nodes n key=value:NoSchedule-`. */
function readTaints(line: string): { key: string; effect: string }[] {
  return [...line.matchAll(/\s([\w./-]+?)(?:=[\w.-]*)?(?::([A-Za-z]+))?-(?=\s|$)/g)].map(
    ([, key = '', effect = 'NoSchedule']) => ({ key, effect }),
  );
}
