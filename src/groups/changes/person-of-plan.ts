import { forbidden } from '../../broker/errors';
import { inChunks } from '../../broker/side-by-side';
import type { AccountId, GroupId } from '../../shared/ids';
import { MOST_GROUPS_OF_PERSON } from '../../shared/limits';
import { FACTS_AT_ONCE } from '../facts';
import { readStoredForGroups, refreshGroups, type GroupsNow, type StoredForGroups } from '../facts-of-several-groups';
import type { InSpace } from '../in-space';
import type { MembershipLine } from '../members/membership-runs';
import { spaceRefusal } from '../policy';
import type { GroupPorts } from '../ports';
import { judgeChange, type Verdict } from './judge-change';
import type { Concerned } from './store-plan';

/** Facts about one person and the groups of a plan, and which of all groups they are in. */
export interface PersonOfPlan {
  accountId: AccountId;
  isIn: ReadonlySet<GroupId>;
  /** They aren't in any other one. */
  complete: boolean;
  groups: StoredForGroups['groups'];
  now: GroupsNow;
}

/** Returns the groups of the whole site that a person is in, as far as they are read. */
export async function readIsIn(
  { directory }: GroupPorts,
  accountId: AccountId,
): Promise<Pick<PersonOfPlan, 'isIn' | 'complete'>> {
  const { groups, complete } = await directory.firstGroupsOf(accountId, MOST_GROUPS_OF_PERSON);
  return { isIn: new Set(groups.map(({ groupId }) => groupId)), complete };
}

/** Reads the facts for verdicts on one person's memberships in these groups, at least one. Fails with FORBIDDEN (the space's reason) or PRIVILEGED_USER_UNAVAILABLE. */
export async function readPersonOfPlan(
  ports: GroupPorts,
  begun: InSpace,
  { groupIds, ...person }: Pick<PersonOfPlan, 'accountId' | 'isIn' | 'complete'> & { groupIds: readonly GroupId[] },
): Promise<PersonOfPlan> {
  const { accountId } = person;
  const stored = await readStoredInChunks(ports, begun, accountId, groupIds);
  const now = await refreshGroups(ports, begun, { stored, anew: false, groupIds, accountIds: [accountId] });
  const refusal = spaceRefusal(now.proof.space, stored.rules);
  if (refusal !== undefined) throw forbidden(refusal);
  return { ...person, groups: stored.groups, now };
}

/** Judges the change of one membership of this person as its write would be judged now. */
export function judgeOfPerson(
  change: MembershipLine,
  { accountId, isIn, complete, groups, now }: PersonOfPlan,
): Verdict {
  const stored = groups.get(change.groupId);
  const found = now.groups.get(change.groupId);
  if (stored === undefined) return { verdict: 'notAllowed', why: 'GROUP_OF_ANOTHER_SPACE' };
  if (found?.group === undefined) return { verdict: 'notAllowed', why: 'GROUP_NOT_FOUND' };
  const { group, access, accounts } = found;
  const ids = new Set(isIn.has(change.groupId) ? [accountId] : []);
  return judgeChange(change, {
    subject: { ...stored, space: now.proof.space, group, access },
    members: { ids, total: ids.size, known: complete ? 'all' : 'some' },
    accounts,
    memberships: stored.memberships,
  });
}

/** Returns what a plan about this person concerns. `more`: they may be in other groups of the space. */
export function concernsPerson(accountId: AccountId, more: boolean): Concerned {
  return { groups: [], person: accountId, ...(more && { membersNotKnown: true }) };
}

/** Reads what is stored about the groups, so many at a time. */
async function readStoredInChunks(
  ports: GroupPorts,
  { space }: InSpace,
  accountId: AccountId,
  groupIds: readonly GroupId[],
): Promise<StoredForGroups> {
  const chunks = inChunks(
    groupIds.map((groupId) => ({ groupId, accountId })),
    FACTS_AT_ONCE,
  );
  const [first = [], ...others] = chunks;
  const stored = await readStoredForGroups(ports, space, first);
  const groups = new Map(stored.groups);
  for (const some of others) {
    const next = await readStoredForGroups(ports, space, some);
    for (const [groupId, group] of next.groups) groups.set(groupId, group);
  }
  return { ...stored, groups };
}
