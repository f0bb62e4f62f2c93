// Facts of memberships that were made through the app.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';

import type { MembershipFact } from '../../groups/facts';
import type { FactPage, Memberships } from '../../groups/store-ports';
import type { AccountId, GroupId } from '../../shared/ids';
import { readMany } from './batches';
import { reading, writingUnless } from './failures';
import { MEMBERSHIP_FACT, membershipKey, SITE } from './keys';
import { factOf, factRow, type FactRow } from './membership-rows';

/** Creates the store of facts of this installation. The port describes how each method fails. */
export function createMemberships(): Memberships {
  return {
    of: (groupId, accountIds) => reading(() => factsOf(groupId, accountIds)),
    among: (pairs) => reading(() => factsAmong(pairs)),
    ofGroup: (groupId, after) =>
      readPage({ index: 'by-group', partition: groupId, after, positionOf: ({ value }) => value.accountId }),
    ofAccount: (accountId, after) =>
      readPage({ index: 'by-account', partition: accountId, after, positionOf: ({ value }) => value.groupId }),
    ofSpace: (spaceId, after) =>
      readPage({ index: 'by-space', partition: spaceId, after, positionOf: ({ value }) => value.spaceKey }),
    ending: (until) => reading(() => ending(until)),
    all: (after) => readPage({ index: 'by-key', after, positionOf: ({ key }) => key }),
    replace: (fact, before) => write([before], fact),
    remove: (facts) => write(facts, undefined),
  };
}

async function factsOf(
  groupId: GroupId,
  accountIds: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, MembershipFact>> {
  const facts = await factsAmong(accountIds.map((accountId) => ({ groupId, accountId })));
  return new Map(facts.map((fact) => [fact.accountId, fact]));
}

async function factsAmong(pairs: readonly Pick<MembershipFact, 'groupId' | 'accountId'>[]): Promise<MembershipFact[]> {
  const keys = new Set(pairs.map(({ groupId, accountId }) => membershipKey(groupId, accountId)));
  return [...(await readMany<FactRow>(MEMBERSHIP_FACT, [...keys])).values()].map(factOf);
}

interface Result {
  key: string;
  value: FactRow;
}

/** A stretch of an index behind a position. `positionOf`: the position of a row. */
interface Stretch {
  index: string;
  partition?: string;
  after: string | undefined;
  positionOf: (row: Result) => string;
}

/** Most rows that Forge answers in one query. */
const FACTS_A_PAGE = 100;

/** Reads a page. If it's full, there may be more. */
function readPage({ index, partition, after, positionOf }: Stretch): Promise<FactPage> {
  return reading(async () => {
    const query = entity()
      .query()
      .index(index, ...(partition === undefined ? [] : [{ partition: [partition] }]));
    if (after !== undefined) query.where(WhereConditions.greaterThan(after));
    const { results } = await query.sort(Sort.ASC).limit(FACTS_A_PAGE).getMany();
    const last = results.at(-1);
    const facts = results.map(({ value }) => factOf(value));
    return last === undefined || results.length < FACTS_A_PAGE ? { facts } : { facts, next: positionOf(last) };
  });
}

function entity() {
  return kvs.entity<FactRow>(MEMBERSHIP_FACT);
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
async function write(before: readonly MembershipFact[], after: MembershipFact | undefined): Promise<void> {
  if (before.length === 0) return;
  const transaction = kvs.transact();
  for (const { groupId, accountId, attemptId } of before) {
    const conditions = new Filter<FactRow>().and('attemptId', FilterConditions.equalTo(attemptId));
    const options = { entityName: MEMBERSHIP_FACT, conditions };
    const key = membershipKey(groupId, accountId);
    if (after === undefined) transaction.delete(key, options);
    else transaction.set(key, factRow(after), options);
  }
  await writingUnless(
    () => hasMoved(before),
    'record',
    () => transaction.execute(),
  );
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
