// Facts of memberships, as they are stored.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import type { MembershipFact } from '../../groups/facts';
import type { AccountId } from '../../shared/ids';
import { omitUndefined } from '../omit-undefined';
import { SITE } from './keys';

export interface FactRow extends MembershipFact {
  site: string;
  /** Sorts the facts of a space by group and account. */
  spaceKey: string;
  /** Sorts those that are to end by when. */
  endKey?: string;
}

/** Returns the fact of a row. */
export function factOf({ site: _site, spaceKey: _spaceKey, endKey: _endKey, ...fact }: FactRow): MembershipFact {
  return fact;
}

/** Returns facts of one group by account. */
export function byAccount(rows: readonly FactRow[]): ReadonlyMap<AccountId, MembershipFact> {
  return new Map(rows.map((row) => [row.accountId, factOf(row)]));
}

/** Makes a row of exactly the attributes that manifest.yml declares: the store refuses any other one. */
export function factRow(fact: MembershipFact): FactRow {
  const { groupId, accountId, spaceId, since, by, until, reason, runId, attemptId } = fact;
  return omitUndefined({
    site: SITE,
    groupId,
    accountId,
    spaceId,
    since,
    by,
    until,
    // The store takes no empty text.
    reason: reason === '' ? undefined : reason,
    runId,
    attemptId,
    spaceKey: `${groupId}#${accountId}`,
    endKey: until === undefined ? undefined : `${until}#${groupId}#${accountId}`,
  });
}
