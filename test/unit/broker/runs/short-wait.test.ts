// Which waits that Atlassian asks for somebody is kept waiting for.
import { describe, expect, it } from 'vitest';

import { AppError } from '../../../../src/broker/errors';
import { repeatAfterWait, shortWait } from '../../../../src/broker/runs/short-wait';
import { answerLost, refusedByAtlassian } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

function limited(retryAfterSeconds: number): AppError {
  return new AppError({ code: 'RATE_LIMITED', retryAfterSeconds, changed: 'nothing' });
}

function wait(thrown: unknown, tries = 1, remainingMs = 20_000): number | undefined {
  const { ports, time } = aWorld();
  time.remainingMs = remainingMs;
  return shortWait(ports, thrown, tries);
}

describe('a wait', () => {
  it('of five seconds is short, a longer one is not', () => {
    expect([wait(limited(0)), wait(limited(5)), wait(limited(6))]).toEqual([0, 5000, undefined]);
  });

  it('is kept twice, and not a third time', () => {
    expect([1, 2, 3].map((tries) => wait(limited(1), tries))).toEqual([1000, 1000, undefined]);
  });

  it('is not kept if five seconds are not left after it', () => {
    expect([wait(limited(2), 1, 7000), wait(limited(2), 1, 6999)]).toEqual([2000, undefined]);
  });

  it('is none after any other failure', () => {
    expect([answerLost, refusedByAtlassian, new Error('broken')].map((thrown) => wait(thrown))).toEqual(
      Array.from({ length: 3 }),
    );
  });
});

it('a call is made again after each short wait, and its last failure stands', async () => {
  const { ports, clock } = aWorld();
  const began = clock.now();
  const tried: number[] = [];
  await expect(
    repeatAfterWait(ports, async (tries) => {
      tried.push(clock.now() - began);
      throw tries < 3 ? limited(2) : limited(1);
    }),
  ).rejects.toMatchObject({ failure: { retryAfterSeconds: 1 } });
  expect(tried).toEqual([0, 2000, 4000]);
});
