import type { Run } from './run.ts';

/** What varies from one run to the next in what kubectl prints, and what stands for it. */
const VARIES: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/\/tmp\/verify-\w+(?:\/home-\w+)?/g, '~'],
  [/(127\.0\.0\.1|localhost|\[::1\]):\d+/g, '$1:PORT'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g, 'DATE'],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, 'DATE'],
  [/\b\d+(?:\.\d+)?(?:ms|µs|s|m|h|d|y)(?:\d+[smhd])*\b/g, 'AGE'],
  [/(debugger-(?:[\w-]+-)?)[a-z0-9]{5}\b/g, '$1XXXXX'],
  [/"(?:minor|gitCommit|goVersion)": ?"[^"]*"/g, 'BUILD'],
  [/[ \t]+/g, ' '],
];
/** What comes over several connections at once, or is written by another program, has no order to compare. */
const HAS_NO_ORDER = /\b(?:logs|diff|proxy|port-forward|attach|run)\b/;

/**
 * What a line printed, without its ages, dates, ports, made-up names and the version of kubectl, so that two versions
 * can be compared.
 * @param version `1.36.3`
 * @returns undefined when what the line prints is not the same from one run to the next
 */
export function comparableOutput({ calls, requests, output }: Run, version: string): string | undefined {
  const isStream = requests.some(({ method }) => method === 'STREAM');
  if (isStream || calls.some(({ args }) => args.some((arg) => HAS_NO_ORDER.test(arg)))) return undefined;
  const anonymous = output.replaceAll(version, 'VERSION');
  return VARIES.reduce((left, [pattern, by]) => left.replace(pattern, by), anonymous).trim();
}
