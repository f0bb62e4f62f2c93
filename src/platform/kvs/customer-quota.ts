// Counters of the accounts requested in a day, changed in one conditional transaction.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import { AppError } from '../../broker/errors';
import type { Clock } from '../../broker/ports';
import { allow, refuse } from '../../broker/verdict';
import type { QuotaVerdict } from '../../customers/policy';
import type { CustomerQuota, QuotaSubject } from '../../customers/ports';
import type { CustomerRefusal } from '../../shared/result';
import { readMany } from './batches';
import { isRefused, reading, writing } from './failures';
import { CUSTOMER_QUOTA, personQuotaKey, rulesQuotaKey, siteQuotaKey } from './keys';
import { seedRow } from './seed-row';

interface QuotaDeps {
  clock: Clock;
  /** Returns a number from 0 up to, but not including, 1. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

interface Counter {
  key: string;
  limit: number;
  reason: CustomerRefusal;
}

const NO_LIMITS = { dailyPerAgent: 0, dailyByRules: 0, dailyPerSite: 0 };

/** Creates the counters of this installation. The port describes how each method fails. */
export function createCustomerQuota(deps: QuotaDeps): CustomerQuota {
  const { clock } = deps;
  function counters(
    day: string,
    subject: QuotaSubject,
    { dailyPerAgent, dailyByRules, dailyPerSite }: Parameters<CustomerQuota['take']>[1],
  ): Counter[] {
    const key = ownKey(day, subject);
    const own: Counter =
      subject.via === 'rule'
        ? { key, limit: dailyByRules, reason: 'RULES_QUOTA_REACHED' }
        : { key, limit: dailyPerAgent, reason: 'AGENT_QUOTA_REACHED' };
    return [own, { key: siteQuotaKey(day), limit: dailyPerSite, reason: 'SITE_QUOTA_REACHED' }];
  }
  return {
    take: (subject, limits, wanted) => {
      const day = today(clock);
      return writing(() => change(deps, day, counters(day, subject, limits), wanted));
    },
    giveBack: async (subject, { day }) => {
      await writing(() => change(deps, day, counters(day, subject, NO_LIMITS), -1));
    },
    used: (subject) => usedOf(ownKey(today(clock), subject)),
    usedOnSite: () => usedOf(siteQuotaKey(today(clock))),
  };
}

function ownKey(day: string, { projectId, caller, via }: QuotaSubject): string {
  return via === 'rule' ? rulesQuotaKey(day, projectId) : personQuotaKey(day, projectId, caller);
}

/** Returns the present UTC day. */
function today(clock: Clock): string {
  return new Date(clock.now()).toISOString().slice(0, 10);
}

/** Tries in all: as many as the requests that can come at one moment, with one of them succeeding each time. */
const TRIES = 12;
/** Longest wait before the second try, in milliseconds; it grows by as much before each further one. */
const BACKOFF_MS = 60;

/** Tries again, later each time, if the store refuses: somebody else took in between. */
async function change(
  { random, sleep }: QuotaDeps,
  day: string,
  counters: readonly Counter[],
  wanted: number,
): Promise<QuotaVerdict[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await changeOnce(day, counters, wanted);
    } catch (thrown) {
      if (!isRefused(thrown)) throw thrown;
      if (tries === TRIES)
        throw new AppError({ code: 'RATE_LIMITED', retryAfterSeconds: 1, changed: 'nothing' }, thrown);
    }
    await sleep(random() * BACKOFF_MS * tries);
  }
}

interface Row {
  /** The version that a transaction requires. */
  version: number;
  used: number;
  day: string;
}

/**
 * Adds the same amount to each counter: as many of the wanted ones as the limits leave; a negative amount is given back. Answers for each one wanted.
 */
async function changeOnce(day: string, counters: readonly Counter[], wanted: number): Promise<QuotaVerdict[]> {
  const keys = counters.map(({ key }) => key);
  const rows = await reading(() => readMany<Row>(CUSTOMER_QUOTA, keys));
  function leftOf({ key, limit }: Counter) {
    return Math.max(0, limit - (rows.get(key)?.used ?? 0));
  }
  const by = Math.min(wanted, ...counters.map(leftOf));
  const full = counters.find((counter) => leftOf(counter) <= by);
  if (by !== 0) await add(day, counters, rows, by);
  return Array.from({ length: Math.max(0, wanted) }, (_, index) =>
    index < by || full === undefined ? allow({ day }) : refuse(full.reason),
  );
}

/** Time to keep a counter. A past day isn't needed; Forge deletes up to two days late. */
const KEPT = { ttl: { value: 3, unit: 'DAYS' } } as const;

/** Adds to all counters or none. */
async function add(
  day: string,
  counters: readonly Counter[],
  rows: ReadonlyMap<string, Row>,
  by: number,
): Promise<void> {
  const transaction = kvs.transact();
  for (const { key } of counters) {
    const row = rows.get(key) ?? { version: 0, used: 0, day };
    if (!rows.has(key)) await seedRow<Row>(CUSTOMER_QUOTA, key, row, KEPT);
    const conditions = new Filter<Row>().and('version', FilterConditions.equalTo(row.version));
    const next: Row = { version: row.version + 1, used: Math.max(0, row.used + by), day };
    transaction.set<Row>(key, next, { entityName: CUSTOMER_QUOTA, conditions }, KEPT);
  }
  await transaction.execute();
}

function usedOf(key: string): Promise<number> {
  return reading(async () => (await entity().get(key))?.used ?? 0);
}

function entity() {
  return kvs.entity<Row>(CUSTOMER_QUOTA);
}
