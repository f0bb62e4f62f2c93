// Whether it's looked at what came of a write whose answer was lost.
import { describe, expect, it } from 'vitest';

import { AppError } from '../../../src/broker/errors';
import { lookAfterLoss } from '../../../src/broker/lost-answer';
import { answerLost, rateLimited, refusedByAtlassian } from '../../support/ports/builders';
import { aWorld } from '../../support/ports/world';

/** Looks after a write that ended so, and tells how often. */
async function looked(thrown: unknown, found: () => Promise<string | undefined> = async () => 'there') {
  let looks = 0;
  const answer = await lookAfterLoss(aWorld().ports, thrown, () => {
    looks += 1;
    return found();
  });
  return { answer, looks };
}

describe('after a write', () => {
  it('whose answer was lost, what is found holds', async () => {
    expect(await looked(answerLost)).toEqual({ answer: 'there', looks: 1 });
    expect(await looked(answerLost, async () => undefined)).toEqual({ answer: undefined, looks: 1 });
  });

  it('whose look fails too, nothing is known, and nothing hides what nobody foresaw', async () => {
    expect(await looked(answerLost, () => Promise.reject(rateLimited))).toEqual({ answer: undefined, looks: 1 });
    await expect(looked(answerLost, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it.for([
    ['was refused', refusedByAtlassian],
    ['did a part of it', new AppError({ code: 'STORAGE_UNAVAILABLE', changed: 'some' })],
    ['broke as nobody foresaw', new Error('broken')],
  ])('that %s, nobody looks', async ([, thrown]) => {
    expect(await looked(thrown)).toEqual({ answer: undefined, looks: 0 });
  });
});
