// Facts of memberships that were made through the app.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';

import { AppError } from '../../broker/errors';
import type { MembershipFact } from '../../groups/facts';
import type { FactPage, Memberships } from '../../groups/ports';
import type { AccountId, GroupId } from '../../shared/ids';
import { readMany } from './batches';
import { isRefused, reading, writing } from './failures';
import { MEMBERSHIP_FACT, membershipKey, SITE } from './keys';
import { byAccount, factOf, factRow, type FactRow } from './membership-rows';

/** Creates the store of facts of this installation. The port describes how each method fails. */
export function createMemberships(): Memberships {
  return {
    of: (groupId, accountIds) => reading(() => factsOf(groupId, accountIds)),
    ofGroup: (groupId, after) =>
      reading(async () => page(await rowsBehind('by-group', groupId, after), ({ value }) => value.accountId)),
    ofAccount: (accountId, after) =>
      reading(async () => page(await rowsBehind('by-account', accountId, after), ({ value }) => value.groupId)),
    ofSpace: (spaceId, after) =>
      reading(async () => page(await rowsBehind('by-space', spaceId, after), ({ value }) => value.spaceKey)),
    ending: (until) => reading(() => ending(until)),
    all: (after) => reading(async () => page(await rowsBehind('by-key', undefined, after), ({ key }) => key)),
    replace: (fact, before) => write([before], fact),
    remove: (facts) => write(facts, undefined),
  };
}

async function factsOf(
  groupId: GroupId,
  accountIds: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, MembershipFact>> {
  const rows = await readMany<FactRow>(
    MEMBERSHIP_FACT,
    accountIds.map((accountId) => membershipKey(groupId, accountId)),
  );
  return byAccount([...rows.values()]);
}

interface Result {
  key: string;
  value: FactRow;
}

/** Most rows that Forge answers in one query. */
const FACTS_A_PAGE = 100;

async function rowsBehind(index: string, partition: string | undefined, after: string | undefined): Promise<Result[]> {
  const rows = entity()
    .query()
    .index(index, ...(partition === undefined ? [] : [{ partition: [partition] }]));
  if (after !== undefined) rows.where(WhereConditions.greaterThan(after));
  const { results } = await rows.sort(Sort.ASC).limit(FACTS_A_PAGE).getMany();
  return results;
}

function entity() {
  return kvs.entity<FactRow>(MEMBERSHIP_FACT);
}

/** Makes a page. If it's full, there may be more. */
function page(rows: readonly Result[], positionOf: (last: Result) => string): FactPage {
  const last = rows.at(-1);
  const facts = rows.map(({ value }) => factOf(value));
  return last === undefined || rows.length < FACTS_A_PAGE ? { facts } : { facts, next: positionOf(last) };
}

async function ending(until: string): Promise<MembershipFact[]> {
  const { results } = await entity()
    .query()
    .index('by-end', { partition: [SITE] })
    .where(WhereConditions.lessThan(until))
    .sort(Sort.ASC)
    .limit(FACTS_A_PAGE)
    .getMany();
  return results.map(({ value }) => factOf(value));
}

/** Writes on condition that each is still what was read. */
function write(before: readonly MembershipFact[], after: MembershipFact | undefined): Promise<void> {
  return writing(async () => {
    if (before.length === 0) return;
    const transaction = kvs.transact();
    for (const { groupId, accountId, attemptId } of before) {
      const conditions = new Filter<FactRow>().and('attemptId', FilterConditions.equalTo(attemptId));
      const options = { entityName: MEMBERSHIP_FACT, conditions };
      const key = membershipKey(groupId, accountId);
      if (after === undefined) transaction.delete(key, options);
      else transaction.set(key, factRow(after), options);
    }
    try {
      await transaction.execute();
    } catch (thrown) {
      if (isRefused(thrown) && (await hasMoved(before)))
        throw new AppError({ code: 'CONFLICT', what: 'record' }, thrown);
      throw thrown;
    }
  });
}

async function hasMoved(before: readonly MembershipFact[]): Promise<boolean> {
  const rows = await readMany<FactRow>(
    MEMBERSHIP_FACT,
    before.map(({ groupId, accountId }) => membershipKey(groupId, accountId)),
  );
  return before.some(
    ({ groupId, accountId, attemptId }) => rows.get(membershipKey(groupId, accountId))?.attemptId !== attemptId,
  );
}
