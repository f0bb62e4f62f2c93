// That what only administrators may is done and told for administrators.
import { describe, expect, it } from 'vitest';

import { adminsDecide } from '../../../simulation/oracle/invariants/admins-decide';
import { BOB, saidOf, TO_STORAGE, type Happens } from './small-history';

const ADMIN = { ...BOB, administersConfluence: true };

function becomes(is: typeof BOB): Happens {
  return { changes: [{ what: 'account', accountId: 'bob', was: undefined, is }] };
}

function begins(functionKey: string, moduleKey = 'global-settings'): Happens {
  return { began: [{ accountId: 'bob', moduleKey, functionKey }], sent: [TO_STORAGE] };
}

const told: Happens = { ended: [{ invocation: 0, value: { ok: true, value: {} } }] };
const refused: Happens = { ended: [{ invocation: 0, value: { ok: false, error: { code: 'FORBIDDEN' } } }] };

describe('the page of administrators', () => {
  it('answers those who are one at a moment of its function', () => {
    expect(saidOf(adminsDecide, [becomes(ADMIN), begins('readRules'), becomes(BOB), told])).toEqual([]);
    expect(saidOf(adminsDecide, [becomes(BOB), begins('readRules'), refused])).toEqual([]);
    expect(saidOf(adminsDecide, [becomes(ADMIN), becomes(BOB), {}, begins('readRules'), told])).toEqual([
      'readRules answered bob, who is no administrator',
    ]);
  });

  it('answers whoever it is for, where that is somebody else', () => {
    expect(saidOf(adminsDecide, [becomes(BOB), begins('acceptNomination'), told])).toEqual([]);
    expect(saidOf(adminsDecide, [becomes(BOB), begins('addMembers', 'space-settings'), told])).toEqual([]);
  });

  it('is another one in Jira', () => {
    const inJira = begins('saveCustomerPolicy', 'customer-settings');
    expect(saidOf(adminsDecide, [becomes({ ...BOB, administersJira: true }), inJira, told])).toEqual([]);
    expect(saidOf(adminsDecide, [becomes(ADMIN), inJira, told])).toHaveLength(1);
  });
});

describe('what administrators decide', () => {
  function stores(at: number): Happens[] {
    const sends: Happens = { at, sent: [TO_STORAGE] };
    return [sends, { at, rows: [{ entity: 'setting', key: 'rules', is: { version: 1 }, call: 1 }] }];
  }

  it('is stored by a right that is five seconds old at most', () => {
    const before = [becomes(ADMIN), begins('saveRules'), { at: 5000, ...becomes(BOB) }];
    expect(saidOf(adminsDecide, [...before, ...stores(10_000)])).toEqual([]);
    expect(saidOf(adminsDecide, [...before, ...stores(10_001)])).toEqual([
      'saveRules changed rules for bob, who is no administrator',
    ]);
  });
});
