import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The text of a file of the project: `README.md`. */
export const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');

/** The instructions of the Dockerfile, continued lines joined: `['FROM', 'node:24 AS build']`. */
export const instructions = read('scripts/hosting/Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter(Boolean)
  .map((line) => /^(\w+) (.*)$/.exec(line)?.slice(1) as [string, string]);

/** Those of the image that serves. */
export const lastStage = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'));

const valueOf = (name: string): string => lastStage.find(([one]) => one === name)?.[1] ?? '';

/** What the image says of itself: how it is run, and as whom. */
export const image = {
  uid: Number(valueOf('USER').split(':')[0]),
  gid: Number(valueOf('USER').split(':')[1]),
  port: Number(valueOf('EXPOSE')),
  stopSignal: valueOf('STOPSIGNAL'),
  entrypoint: JSON.parse(valueOf('ENTRYPOINT')) as string[],
  probe: JSON.parse(valueOf('HEALTHCHECK').replace(/^.*?CMD /, '')) as string[],
  /** The programs and modules that are copied into it, with their libraries. */
  programs: /for file in ([^;]+);/.exec(instructions.map(([, value]) => value).join('\n'))?.[1]?.split(' ') ?? [],
};
