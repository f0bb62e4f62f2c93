// The steps of setting the app up that admins ended by hand.
import { expect } from 'vitest';

import { failureFrom } from '../../../support/ports/builders';
import { failing, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';

const CONFLICT = { code: 'CONFLICT', what: 'settings' };

export const firstRunCases: Case[] = [
  {
    name: 'firstRun: nothing ended at first; the later of two saves fails',
    play: async ({ run }) => {
      expect(await run('ann', ({ firstRun }) => firstRun.read())).toEqual({ value: {}, version: 0 });
      expect(await run('ann', ({ firstRun }) => firstRun.save({ tell: 'skipped' }, 0))).toBe(1);
      expect(await run('ann', ({ firstRun }) => firstRun.read())).toEqual({ value: { tell: 'skipped' }, version: 1 });
      expect(await failureFrom(run('bob', ({ firstRun }) => firstRun.save({}, 0)))).toEqual(CONFLICT);
    },
  },
  ...failing(
    { firstRun: { as: 'ann', call: 'read first run', use: ({ firstRun }) => firstRun.read() } },
    { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read },
  ),
  ...failing(
    {
      'first run save': {
        as: 'ann',
        call: 'save first run',
        use: ({ firstRun }) => firstRun.save({ tell: 'done' }, 0),
      },
    },
    { STORAGE_UNAVAILABLE: STORAGE_FAILURES.write },
  ),
];
