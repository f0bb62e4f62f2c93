// That the quotas of customers and of points hold, and their counters say what was taken.
import { describe, expect, it } from 'vitest';

import { quotasHold } from '../../../simulation/oracle/invariants/quotas-hold';
import { ATTEMPT, saidOf, TO_STORAGE, type Happens } from './small-history';

describe('quotas', () => {
  const DAY = 86_400_000;
  const policy: Happens = {
    rows: [
      { entity: 'setting', key: 'customer-policy:7', is: { version: 1, content: { dailyPerAgent: 2 } } },
      { entity: 'setting', key: 'customer-site-quota', is: { version: 1, content: 3 } },
    ],
  };

  /** Creates accounts, each in a function of its own, by callers at times. */
  function creations(...made: readonly [caller: string, beganAfter: number, sentAfter?: number][]): Happens[] {
    const all = made.flatMap(([caller, beganAfter, sentAfter = beganAfter], index): Happens[] => {
      // Two days after the limits were stored, none from before counts.
      const [at, sentAt] = [2 * DAY + beganAfter, 2 * DAY + sentAfter];
      const attempt = {
        ...ATTEMPT,
        caller,
        action: 'createCustomer',
        groupId: undefined,
        accountId: undefined,
        projectId: '7',
        domain: 'acme.example',
      };
      const creates = {
        invocation: index,
        operationId: 'createCustomer',
        path: '/rest/servicedeskapi/customer',
        body: { email: `${index}@acme.example` },
      };
      return [
        { at, began: [{ accountId: caller }], sent: [{ ...TO_STORAGE, invocation: index }] },
        { at: sentAt, rows: [{ key: `a${index}`, call: 2 * index, is: attempt }], sent: [creates] },
        { at: sentAt, performed: [{ call: 2 * index + 1, status: 201 }] },
      ];
    });
    return [policy, ...all];
  }

  it('hold for each agent and the site, and begin anew at midnight', () => {
    expect(saidOf(quotasHold, creations(['ada', 1], ['ada', 2], ['eve', 3]))).toEqual([]);
    expect(saidOf(quotasHold, creations(['ada', 1], ['ada', 2], ['ada', DAY], ['ada', DAY + 1]))).toEqual([]);
  });

  it.for<[string, Happens[], string]>([
    [
      'for an agent',
      creations(['ada', 1], ['ada', 2], ['ada', 3]),
      'by ada from 1970-01-03 until 1970-01-03, where 2 are allowed',
    ],
    [
      'for the site',
      creations(['ada', 1], ['ada', 2], ['eve', 3], ['bob', 4]),
      'on the site from 1970-01-03 until 1970-01-03, where 3 are allowed',
    ],
    [
      'over midnight',
      creations(['ada', 1], ['ada', 2], ['ada', DAY - 1, DAY + 1], ['ada', DAY + 2], ['ada', DAY + 3]),
      'by ada from 1970-01-03 until 1970-01-04, where 4 are allowed',
    ],
  ])('are found broken %s', ([, happens, what]) => {
    expect(saidOf(quotasHold, happens).some((one) => one.includes(what))).toBe(true);
  });

  it('are counted: no counter says less than was created on its day', () => {
    function counts(key: string, used: number): Happens {
      return {
        at: 2 * DAY + 9,
        rows: [{ entity: 'customer-quota', key, is: { day: '1970-01-03', used, version: 2 } }],
      };
    }
    const two = creations(['ada', 1], ['eve', 2]);
    expect(saidOf(quotasHold, [...two, counts('1970-01-03#site', 2), counts('1970-01-03:7:ada', 1)])).toEqual([]);
    expect(saidOf(quotasHold, [...two, counts('1970-01-03#site', 1)])).toEqual([
      'the counter 1970-01-03#site says 1, and 2 accounts were created',
    ]);
    expect(saidOf(quotasHold, [...two, counts('1970-01-03:7:ada', 0)])).toHaveLength(1);
    expect(saidOf(quotasHold, [...two, counts('1970-01-03:7#rules', 0), counts('1970-01-03:8:ada', 0)])).toEqual([]);
    const overMidnight = creations(['ada', 1], ['ada', -1, 2]);
    expect(saidOf(quotasHold, [...overMidnight, counts('1970-01-03#site', 1)])).toEqual([]);
  });

  it('get back from a function what it took from them, and nothing else', () => {
    function changes(day: string, was: number, is: number, call: number): Happens {
      const [before, after] = [was, is].map((used) => ({ day, used, version: 1 }));
      return { rows: [{ entity: 'customer-quota', key: `${day}#site`, was: before, is: after, call }] };
    }
    const two = { began: [{}, {}], sent: [TO_STORAGE, { ...TO_STORAGE, invocation: 1 }] };
    const took = [two, changes('1970-01-03', 0, 2, 0), changes('1970-01-04', 0, 1, 1)];
    expect(saidOf(quotasHold, [...took, changes('1970-01-03', 2, 1, 0), changes('1970-01-04', 1, 0, 1)])).toEqual([]);
    expect(saidOf(quotasHold, [...took, changes('1970-01-04', 1, 0, 0)])).toEqual([
      '1 was given back to the counter 1970-01-04#site, and never taken from it',
    ]);
  });

  it('of points hold for each hour', () => {
    function spent(points: number): Happens[] {
      return [
        {
          rows: [
            { entity: 'setting', key: 'run-points', is: { version: 1, content: { hour: '1970-01-01T00', points } } },
          ],
        },
      ];
    }
    expect(saidOf(quotasHold, spent(10_000))).toEqual([]);
    expect(saidOf(quotasHold, spent(11_000))).toEqual(['lists spent 11000 points in the hour 1970-01-01T00']);
  });
});
