// How scripts of administrators mostly go about failures: a 429 or a 5xx is sent again, three times, a second later.
import type { BenchSite } from '../open-site';

const RETRIES = 3;
const WAIT_MS = 1000;

/** Sends until an answer is neither 429 nor 5xx; rejects as the last time. */
export async function blindly<Answer>(clock: Pick<BenchSite, 'wait'>, send: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send();
    } catch (thrown) {
      if (attempt === RETRIES || !isWorthIt(thrown)) throw thrown;
    }
    await clock.wait(WAIT_MS);
  }
}

/** Does something for each, so many at a time, and tells for whom it was done. */
export async function inTurns(whos: readonly string[], atOnce: number, act: (who: string) => Promise<void>) {
  const told: { who: string; isDone: boolean }[] = [];
  const left = [...whos];
  async function work(): Promise<void> {
    for (let who = left.shift(); who !== undefined; who = left.shift()) {
      const one = who;
      told.push(
        await act(one).then(
          () => ({ who: one, isDone: true }),
          () => ({ who: one, isDone: false }),
        ),
      );
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return told;
}

function isWorthIt(thrown: unknown): boolean {
  const status = thrown instanceof Error && 'status' in thrown ? Number(thrown.status) : 0;
  return status === 429 || status >= 500;
}
