import { inChunks, readEach } from '../../broker/side-by-side';
import type { AccountId, GroupId } from '../../shared/ids';
import { FACTS_AT_ONCE, type MembershipFact } from '../facts';
import { readStoredForGroup, refreshGroup, requireFacts } from '../group-facts';
import type { InSpace } from '../in-space';
import type { MembershipLine } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { accountsOf, type PlanFacts } from './judge-change';
import { readMembersNow } from './members-now';
import type { Concerned } from './store-plan';

const ACCOUNTS_AT_ONCE = 250;

/** Facts about a group that a plan is made for, before it is known whom it concerns. */
export type GroupOfPlan = Pick<PlanFacts, 'subject' | 'members'>;

/** Reads a group of this space, judged as for a write, and its members. Fails with GROUP_OF_ANOTHER_SPACE before anything else is read, NOT_FOUND, FORBIDDEN or PRIVILEGED_USER_UNAVAILABLE. */
export async function readGroupOfPlan(ports: GroupPorts, begun: InSpace, groupId: GroupId): Promise<GroupOfPlan> {
  const stored = await readStoredForGroup(ports, begun.space, groupId);
  const subject = requireFacts(stored, await refreshGroup(ports, begun, { stored, anew: false }));
  return { subject, members: await readMembersNow(ports, groupId) };
}

/** Returns what a plan for this group concerns. */
export function concernsGroup({ subject: { group }, members }: GroupOfPlan): Concerned {
  return {
    groups: [{ groupId: group.groupId, groupName: group.name }],
    members: members.total,
    ...(members.known !== 'all' && { membersNotKnown: true }),
  };
}

/** Reads what the verdicts on these changes depend on besides the group. */
export async function readPlanFacts(
  ports: GroupPorts,
  group: GroupOfPlan,
  changes: readonly MembershipLine[],
): Promise<PlanFacts> {
  const asked = inChunks(accountsOf(changes, group.members), ACCOUNTS_AT_ONCE);
  const accounts = await readEach(asked, (ids) => ports.directory.accounts(ids));
  return {
    ...group,
    accounts: new Map(accounts.map((account) => [account.accountId, account])),
    memberships: await readUndoneFacts(ports, group, changes),
  };
}

/** Reads the facts of memberships that are to be undone: a later change shows in them. */
async function readUndoneFacts(
  { memberships }: GroupPorts,
  { subject }: GroupOfPlan,
  changes: readonly MembershipLine[],
): Promise<ReadonlyMap<AccountId, MembershipFact>> {
  const people = changes.flatMap(({ accountId, undone }) => (undone === undefined ? [] : [accountId]));
  const facts = await readEach(inChunks(people, FACTS_AT_ONCE), async (ids) => [
    ...(await memberships.of(subject.group.groupId, ids)),
  ]);
  return new Map(facts);
}
