import { describe, it } from 'vitest';

import type { QuotaSubject } from '../../../../src/customers/ports';
import { createCustomerQuota } from '../../../../src/platform/kvs/customer-quota';
import { ADA, BOB, createStorage, failureOf, OTHER_PROJECT, PROJECT } from './storage-lab';

const LIMITS = { dailyPerAgent: 2, dailyByRules: 3, dailyPerSite: 4 };
const ada: QuotaSubject = { projectId: PROJECT, caller: ADA, via: 'page' };
function takenOn(day: string) {
  return { allowed: true, value: { day } } as const;
}
const taken = takenOn('2026-11-22');
function full(rule: string) {
  return { allowed: false, reason: rule };
}

function lab() {
  const storage = createStorage();
  const waits: number[] = [];
  const quota = createCustomerQuota({ ...storage, random: () => 0.5, sleep: async (ms) => void waits.push(ms) });
  function takeSome(wanted: number, limits = LIMITS) {
    return storage.run(() => quota.take(ada, limits, wanted));
  }
  async function take(subject = ada, limits = LIMITS) {
    return (await storage.run(() => quota.take(subject, limits, 1)))[0];
  }
  function used(subject = ada) {
    return storage.run(() => quota.used(subject));
  }
  function giveBack(taking = taken.value) {
    return storage.run(() => quota.giveBack(ada, taking));
  }
  return {
    ...storage,
    waits,
    quota,
    take,
    takeSome,
    giveBack,
    used,
    usedOnSite: () => storage.run(() => quota.usedOnSite()),
  };
}

describe('a quota', () => {
  it('begins empty', async ({ expect }) => {
    const { used, usedOnSite } = lab();
    expect([await used(), await usedOnSite()]).toEqual([0, 0]);
  });

  it('is taken from together with the site’s, in one transaction, and kept for three days', async ({ expect }) => {
    const { take, used, usedOnSite, kvs } = lab();
    expect(await take()).toEqual(taken);
    expect([await used(), await usedOnSite()]).toEqual([1, 1]);
    const options = { ttl: { value: 3, unit: 'DAYS' } };
    const written = kvs.requests().filter(({ target }) => target === '/api/v1/transaction');
    expect(written).toMatchObject([{ body: { set: [{ options }, { options }] } }]);
  });

  it('of a person ends, and takes nothing from the site', async ({ expect }) => {
    const { take, used, usedOnSite } = lab();
    expect([await take(), await take(), await take()]).toEqual([taken, taken, full('AGENT_QUOTA_REACHED')]);
    expect([await used(), await usedOnSite()]).toEqual([2, 2]);
  });

  it('of the site ends, and takes nothing from the person', async ({ expect }) => {
    const { take, used } = lab();
    for (const caller of [BOB, BOB, ADA]) await take({ ...ada, caller }, { ...LIMITS, dailyPerSite: 3 });
    expect(await take(ada, { ...LIMITS, dailyPerSite: 3 })).toEqual(full('SITE_QUOTA_REACHED'));
    expect(await used()).toBe(1);
  });

  it('gives several at once what is left, in one transaction, and says to the others why not', async ({ expect }) => {
    const { takeSome, used, usedOnSite, kvs } = lab();
    expect(await takeSome(3)).toEqual([taken, taken, full('AGENT_QUOTA_REACHED')]);
    expect([await used(), await usedOnSite()]).toEqual([2, 2]);
    expect(kvs.requests().filter(({ target }) => target === '/api/v1/transaction')).toHaveLength(1);
    expect(await takeSome(2, { ...LIMITS, dailyPerAgent: 9, dailyPerSite: 3 })).toEqual([
      taken,
      full('SITE_QUOTA_REACHED'),
    ]);
  });

  it('of nothing gives nothing, and stores nothing', async ({ expect }) => {
    const { take, rows } = lab();
    expect(await take(ada, { ...LIMITS, dailyPerAgent: 0 })).toEqual(full('AGENT_QUOTA_REACHED'));
    expect(rows('customer-quota')).toEqual({});
  });

  it.for([
    ['another person', { ...ada, caller: BOB }],
    ['another project', { ...ada, projectId: OTHER_PROJECT }],
    ['a rule', { ...ada, via: 'rule' }],
  ] as const)('of %s is another one', async ([, subject], { expect }) => {
    const { take, used } = lab();
    await take();
    expect(await used(subject)).toBe(0);
    expect(await take(subject, { ...LIMITS, dailyPerAgent: 1, dailyByRules: 1 })).toEqual(taken);
    expect(await used()).toBe(1);
  });

  it('is the same on the page and for a script', async ({ expect }) => {
    const { take, used } = lab();
    await take({ ...ada, via: 'api' });
    expect(await used()).toBe(1);
  });

  it('of all rules of a project is one, whoever owns them', async ({ expect }) => {
    const { take, used } = lab();
    const limits = { ...LIMITS, dailyByRules: 2 };
    function byRule(caller: typeof ADA) {
      return take({ ...ada, caller, via: 'rule' }, limits);
    }
    expect([await byRule(ADA), await byRule(BOB), await byRule(ADA)]).toEqual([
      taken,
      taken,
      full('RULES_QUOTA_REACHED'),
    ]);
    expect(await used({ ...ada, caller: BOB, via: 'rule' })).toBe(2);
  });

  it('begins anew at midnight, UTC', async ({ expect }) => {
    const { take, used, usedOnSite, at } = lab();
    at('2026-11-22T23:59:59.999Z');
    await take();
    at('2026-11-23T00:00:00.000Z');
    expect([await used(), await usedOnSite()]).toEqual([0, 0]);
    expect(await take()).toEqual(takenOn('2026-11-23'));
  });
});

describe('giving back', () => {
  it('undoes one taking, of the person and of the site', async ({ expect }) => {
    const { take, giveBack, used, usedOnSite } = lab();
    await take();
    await take();
    await giveBack();
    expect([await used(), await usedOnSite()]).toEqual([1, 1]);
    expect(await take()).toEqual(taken);
  });

  it('after midnight, UTC, goes to the day that it was taken from', async ({ expect }) => {
    const { take, giveBack, used, usedOnSite, at, rows } = lab();
    at('2026-11-22T23:59:59.999Z');
    const taking = await take();
    at('2026-11-23T00:00:00.000Z');
    await take();
    if (taking?.allowed === true) await giveBack(taking.value);
    expect([await used(), await usedOnSite()]).toEqual([1, 1]);
    expect(Object.values(rows('customer-quota'))).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ day: '2026-11-22', used: 0 })]),
    );
  });

  it('of nothing gives nobody more', async ({ expect }) => {
    const { giveBack, used, usedOnSite } = lab();
    await giveBack();
    expect([await used(), await usedOnSite()]).toEqual([0, 0]);
  });
});

describe('takers at the same time', () => {
  it.for([4, 10])('never take more than there is: %d', async (takers, { expect }) => {
    const { run, quota, used, usedOnSite } = lab();
    const limits = { dailyPerAgent: takers - 1, dailyByRules: 0, dailyPerSite: 100 };
    const answers = await run(() => Promise.all(Array.from({ length: takers }, () => quota.take(ada, limits, 1))));
    const took = answers.flat().filter(({ allowed }) => allowed);
    expect([took.length, await used(), await usedOnSite()]).toEqual([takers - 1, takers - 1, takers - 1]);
  });
});

describe('storage that fails', () => {
  it('by conflicts, eleven times, does no harm: it waits ever longer', async ({ expect }) => {
    const { take, used, fail, waits } = lab();
    fail('/api/v1/transaction', 409, 11);
    expect(await take()).toEqual(taken);
    expect(waits.slice(0, 3)).toEqual([30, 60, 90]);
    expect(await used()).toBe(1);
  });

  it.for([
    ['without an answer', '/api/v1/transaction', 500, 1, 'unknown'],
    ['in the first row of a day', '/api/v1/entity/set', 500, 1, 'unknown'],
    ['while it is read', '/api/v1/batch/get', 500, 1, 'nothing'],
  ] as const)('%s, gives nothing', async ([, target, status, times, changed], { expect }) => {
    const { take, used, fail } = lab();
    fail(target, status, times);
    expect(await failureOf(take())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed });
    expect(await used()).toBe(0);
  });

  it('by conflicts, twelve times, asks to come again', async ({ expect }) => {
    const { take, used, fail } = lab();
    fail('/api/v1/transaction', 409, 12);
    expect(await failureOf(take())).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 1, changed: 'nothing' });
    expect(await used()).toBe(0);
  });

  it('while what was used is read', async ({ expect }) => {
    const { used, fail } = lab();
    fail('/api/v1/entity/get');
    expect(await failureOf(used())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
  });
});
