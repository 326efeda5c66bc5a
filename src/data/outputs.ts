import type { CapturedOutput } from '../lib/outputs.ts';
import captured from './outputs.json' with { type: 'json' };

const byCommand = new Map((captured as CapturedOutput[]).map((one) => [one.command, one]));

/** What kubectl printed for a command when it was captured; undefined when it was not. */
export const findOutput = (command: string): CapturedOutput | undefined => byCommand.get(command);
