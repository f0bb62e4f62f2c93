import type { AccountFacts, GroupFacts } from '../broker/facts';
import { standing, requirePrivilegedUser } from '../broker/privileged-user/privileged-user';
import { allEnded, inChunks } from '../broker/side-by-side';
import type { AccountId, GroupId } from '../shared/ids';
import type { MembershipFact, ProvedSpace } from './facts';
import { findGroup } from './find-group';
import { readGroupAccess } from './group-access';
import { proofNow, type GroupNow, type StoredForGroup, type StoredForSpace } from './group-facts';
import type { ForSpace, InSpace } from './in-space';
import { noteName } from './note-name';
import type { GroupPorts } from './ports';
import type { SpaceProof } from './prove-space';

/** The stored data for decisions about several groups, of which those that belong to the space are told. */
export interface StoredForGroups extends StoredForSpace {
  groups: ReadonlyMap<GroupId, StoredForGroup>;
}

/** Reads it again: the settings, the records and the facts, a request each, side by side. At most 25 memberships. Fails with PRIVILEGED_USER_UNAVAILABLE. */
export async function readStoredForGroups(
  ports: GroupPorts,
  { spaceId }: Pick<ProvedSpace, 'spaceId'>,
  memberships: readonly Pick<MembershipFact, 'groupId' | 'accountId'>[],
): Promise<StoredForGroups> {
  const [read, records, facts] = await Promise.all([
    ports.decisionReads.read(),
    ports.groupRecords.recorded(memberships.map(({ groupId }) => groupId)),
    ports.memberships.among(memberships),
  ]);
  const known = await standing(ports, read);
  const ofSpace = { known, rules: read.rules, privilegedUser: requirePrivilegedUser(known).accountId };
  const groups = [...records.values()]
    .filter((record) => record.spaceId === spaceId)
    .map((record): [GroupId, StoredForGroup] => [
      record.groupId,
      { ...ofSpace, record, memberships: byAccount(facts.filter(({ groupId }) => groupId === record.groupId)) },
    ]);
  return { ...ofSpace, groups: new Map(groups) };
}

/** Atlassian's facts about several groups of a space, with the time of the oldest request. */
export interface GroupsNow {
  readAt: number;
  proof: SpaceProof;
  groups: ReadonlyMap<GroupId, GroupNow>;
}

/** The request for these facts. `anew`: even a fresh proof of the space doesn't count. */
interface Refresh {
  stored: StoredForGroups;
  anew: boolean;
  groupIds: readonly GroupId[];
  accountIds?: readonly AccountId[];
}

/** Reads it, side by side. The proof of the space from the start of the call counts while it is fresh. Fails with NOT_SPACE_ADMIN. */
export async function refreshGroups(
  ports: GroupPorts,
  begun: InSpace | ForSpace,
  { stored, anew, groupIds, accountIds = [] }: Refresh,
): Promise<GroupsNow> {
  const { known, rules, privilegedUser } = stored;
  const readAt = ports.clock.now();
  const ids = [...new Set(groupIds)];
  const [proof, found, accessOf, accounts] = await allEnded([
    proofNow(ports, begun, rules, anew),
    findGroups(ports, privilegedUser, ids),
    readGroupAccess(ports, known, ids),
    accountIds.length === 0 ? [] : ports.directory.accounts([...new Set(accountIds)]),
  ]);
  for (const { groupId, name } of found.values()) {
    const record = stored.groups.get(groupId)?.record;
    if (record !== undefined) await noteName(ports, record, name);
  }
  const shared = { readAt: Math.min(readAt, proof.provedAt), proof, accounts: accountsById(accounts) };
  const groups = ids.map((id): [GroupId, GroupNow] => [id, { ...shared, group: found.get(id), access: accessOf(id) }]);
  return { ...shared, groups: new Map(groups) };
}

/** As many as runs have in flight. */
const GROUPS_SIDE_BY_SIDE = 10;

async function findGroups(
  ports: GroupPorts,
  privilegedUser: AccountId,
  ids: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, GroupFacts>> {
  const found = new Map<GroupId, GroupFacts>();
  for (const some of inChunks(ids, GROUPS_SIDE_BY_SIDE)) {
    const groups = await Promise.all(some.map((id) => findGroup(ports, privilegedUser, id)));
    for (const group of groups) if (group !== undefined) found.set(group.groupId, group);
  }
  return found;
}

function byAccount(facts: readonly MembershipFact[]): ReadonlyMap<AccountId, MembershipFact> {
  return new Map(facts.map((fact) => [fact.accountId, fact]));
}

function accountsById(accounts: readonly AccountFacts[]): ReadonlyMap<AccountId, AccountFacts> {
  return new Map(accounts.map((account) => [account.accountId, account]));
}
