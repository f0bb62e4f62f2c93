import { failureOf } from './errors';

/** Returns the failure that this throws, or undefined; rethrows anything else. */
export async function failureIn(run: () => Promise<void>): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    return thrown;
  }
}
