import { failureOf } from './errors';

/** Returns what this throws, if it is a failure; anything else is thrown on. */
export async function failureIn(run: () => Promise<void>): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    return thrown;
  }
}
