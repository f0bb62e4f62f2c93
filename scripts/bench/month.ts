// A month of a site of 50,000 people: single changes and lists, spread over it, with the hourly runs between them.
import { makeGroup, people, requireMembers, type Prepared } from './journey';
import { addListed } from './lists';
import type { Used } from './meter';

const DAYS = 30;
const DAY_SECONDS = 86_400;
const SINGLE_CHANGES = 5000;
const LISTS = 10;
const LINES_A_LIST = 100;
/** Lists are brought on every third day. */
const DAYS_A_LIST = DAYS / LISTS;
const TIMES = { restMs: 400, storageMs: 15, deliveryMs: 500 };
/** Apart from those who are in groups already. */
const FIRST_PERSON = 2000;

/** Sums of a month. Which calls waited for which, and their points, are told by journey. */
export type Month = Omit<Used, 'chain' | 'points'>;

/** Sums what a month takes. Rejects unless all changes were made. */
export async function measureMonth(prepared: Prepared): Promise<Month> {
  const { site } = prepared;
  site.meter.setTimes(TIMES);
  const end = site.meter.begin();
  const each = SINGLE_CHANGES / DAYS;
  for (let day = 0; day < DAYS; day += 1) {
    if (day % DAYS_A_LIST === 0) await bringList(prepared);
    const [from, to] = [Math.round(day * each), Math.round((day + 1) * each)];
    for (let number = from; number < to; number += 1) {
      await changeOne(prepared, number);
      await site.sandbox.letPass({ seconds: Math.floor(DAY_SECONDS / (to - from)) });
    }
  }
  const { chain: _chain, points: _points, ...month } = end();
  return month;
}

async function bringList(prepared: Prepared): Promise<void> {
  await makeGroup(prepared);
  await addListed(prepared, LINES_A_LIST);
  requireMembers(prepared.site, prepared.freshId, people(prepared.site, 1, LINES_A_LIST));
}

/** Adds somebody, and next time removes them. */
async function changeOne({ site, smallId: groupId }: Prepared, number: number): Promise<void> {
  const accountIds = people(site, FIRST_PERSON + Math.floor(number / 2), 1);
  if (number % 2 === 0) await site.space('space-admin', 'addMembers', { groupId, accountIds });
  else await site.space('space-admin', 'removeMembers', { groupId, accountIds, confirmSelf: true });
}
