import type { z } from 'zod';

import { commandLine } from './forge-cli';
import type { StepName } from './step-names';
import type { Work } from './steps';
import { stop } from './stop';

/** Reads the JSON output of a Forge CLI command. Stops if it failed or printed anything else. */
export async function readJson<T>(
  { forge }: Work,
  step: StepName,
  args: readonly string[],
  schema: z.ZodType<T>,
): Promise<T> {
  const output = await forge.read(args);
  if (output === undefined) {
    throw stop(`"${commandLine(args)}" failed. Read what Forge says above, then run this again.`);
  }
  try {
    return schema.parse(JSON.parse(output));
  } catch {
    throw unreadableOutput(step, args);
  }
}

/** Creates the error for output of Forge that can't be read: a person has to check. */
export function unreadableOutput(step: StepName, args: readonly string[]): Error {
  return stop(
    `What "${commandLine(args.filter((arg) => arg !== '--json'))}" prints can't be read here. ` +
      `Type it and look for yourself. If this step is done, run this again with --done ${step}.`,
  );
}
