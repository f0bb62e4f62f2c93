// Answers of the store that are lost while a run is applied.
import { describe, expect, it } from 'vitest';

import { storageDown } from '../../../support/ports/builders';
import { aSwitchboard } from './switchboard';

describe('an answer of the store that is lost', () => {
  it('of outcomes that are stored is found out, and the list goes on at once', async () => {
    const board = aSwitchboard();
    const planned = await board.plan(20);
    let saved = 0;
    board.script.after = (call) => {
      if (call === 'savePart') saved += 1;
      // The attempts of all are stored first, then outcomes ten at a time.
      if (call === 'savePart' && saved === 2) throw storageDown;
    };
    const { run, tally } = await board.apply(planned);
    expect([run.state, tally.succeeded]).toEqual(['done', 20]);
  });
});
