import { readVerified, verifiedFact, workingVersions, type VerifiedFile } from '../lib/verified.ts';
import { UI } from '../ui.ts';
import record from './verified.json' with { type: 'json' };

// The lists of a line depend on its verdicts, so that the type read from the file is a union of all their forms.
const file = record as unknown as VerifiedFile;
const find = readVerified(file);

/** The versions of kubectl with which a line was run and works: `['1.34', '1.35', '1.36']`; undefined when it was not run. */
export function verifiedVersions(command: string): string[] | undefined {
  const one = find(command);
  return one && workingVersions(one);
}

/** What a page says of an example: `'Vérifié avec kubectl 1.34 – 1.36'`. */
export function describeVerified(command: string): string {
  // minikube can't be run where the lines are: what it hands over to kubectl is checked, it is not.
  if (command.startsWith('minikube')) return UI.unverified;
  const fact = verifiedFact(find(command));
  return fact.kind === 'unknown' ? UI.unverified : UI.verified[fact.kind](fact.from, fact.to);
}

/** The lines whose output changed from a version to the next: `changedOutputs('1.36')`. */
export function changedOutputs(minor: string): { command: string; was: string; now: string }[] {
  return file.commands.flatMap(({ command, changed }) => {
    const [was, now] = changed?.[minor] ?? [];
    return was === undefined || now === undefined ? [] : [{ command, was, now }];
  });
}

/** The lines of which a version warns and the one before did not, with its words: `newWarnings('1.36')`. */
export function newWarnings(minor: string): { command: string; why: string }[] {
  const before = file.kubectl[file.kubectl.findIndex((one) => one.minor === minor) - 1]?.minor;
  return file.commands.flatMap(({ command, deprecated = [], why = '' }) =>
    before !== undefined && deprecated.includes(minor) && !deprecated.includes(before) ? [{ command, why }] : [],
  );
}
