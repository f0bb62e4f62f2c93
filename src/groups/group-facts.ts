import { isFresh } from '../broker/age';
import type { RefusedSubject } from '../broker/audit/entries';
import { AppError, forbidden, subjectOf } from '../broker/errors';
import type { AccountFacts, GroupFacts } from '../broker/facts';
import type { StoredNow } from '../broker/ports';
import { requirePrivilegedUser, standing, type StoredPrivilegedUser } from '../broker/privileged-user/privileged-user';
import { allEnded } from '../broker/side-by-side';
import type { AccountId, GroupId } from '../shared/ids';
import type { GroupAccess, GroupRecord, MembershipFact, ProvedSpace, SettingVersions } from './facts';
import { findGroup } from './find-group';
import { readGroupAccess } from './group-access';
import type { ForSpace, InSpace } from './in-space';
import { noteName } from './note-name';
import { groupRefusal, type DecisionFacts } from './policy';
import type { GroupPorts } from './ports';
import { readSpaceProof, type SpaceProof } from './prove-space';
import type { RulesNow, StoredRules } from './rules/stored-rules';

/** Returns the record of a group that belongs to this space; GROUP_OF_ANOTHER_SPACE for every other group, known or not. */
export async function recordOfSpace(
  { groupRecords }: GroupPorts,
  space: ProvedSpace,
  groupId: GroupId,
): Promise<GroupRecord> {
  return demandRecord(await groupRecords.get(groupId), space);
}

/** The stored data for a decision in a space. */
export interface StoredForSpace {
  known: StoredPrivilegedUser;
  rules: RulesNow;
  privilegedUser: AccountId;
}

/** The same, with the record of one group of the space. */
export interface StoredForGroup extends StoredForSpace {
  record: GroupRecord;
  /** The facts of the memberships that come next, by account. */
  memberships: ReadonlyMap<AccountId, MembershipFact>;
}

/** Reads it again, in one request. Fails with PRIVILEGED_USER_UNAVAILABLE. */
export async function readStoredForSpace(ports: GroupPorts): Promise<StoredForSpace> {
  return aroundOf(ports, await ports.decisionReads.read());
}

/** The stored data for a decision about groups that are to get records. */
export interface StoredForAdding {
  around: StoredForSpace;
  records: ReadonlyMap<GroupId, GroupRecord>;
  mark: number;
  settings: SettingVersions;
}

/** Reads it again, in one request, at most 20 groups. Fails with PRIVILEGED_USER_UNAVAILABLE. */
export async function readStoredForAdding(ports: GroupPorts, groupIds: readonly GroupId[]): Promise<StoredForAdding> {
  const { records, mark, settings, ...read } = await ports.decisionReads.readForAdding(groupIds);
  return { around: await aroundOf(ports, read), records, mark, settings };
}

/** Reads it again, in one request. Fails with GROUP_OF_ANOTHER_SPACE or PRIVILEGED_USER_UNAVAILABLE. */
export async function readStoredForGroup(
  ports: GroupPorts,
  space: Pick<ProvedSpace, 'spaceId'>,
  groupId: GroupId,
  accountIds: readonly AccountId[] = [],
): Promise<StoredForGroup> {
  const read = await ports.decisionReads.read(groupId, accountIds);
  const { memberships } = read;
  const record = demandRecord(read.record, space);
  return { ...(await aroundOf(ports, read)), record, memberships };
}

/** Atlassian's facts about a group of a space, with the time of the oldest request. */
export interface GroupNow {
  readAt: number;
  proof: SpaceProof;
  /** Undefined: it doesn't exist, as the privileged user was told too. */
  group: GroupFacts | undefined;
  /** By id; accounts unknown to Confluence are missing. */
  accounts: ReadonlyMap<AccountId, AccountFacts>;
  access: GroupAccess;
}

/** The request for these facts. `anew`: even a fresh proof of the space doesn't count. */
interface Refresh {
  stored: StoredForGroup;
  anew: boolean;
  accountIds?: readonly AccountId[];
}

/** Reads it, side by side. The proof of the space from the start of the call counts while it is fresh. Fails with NOT_SPACE_ADMIN. */
export async function refreshGroup(
  ports: GroupPorts,
  begun: InSpace | ForSpace,
  { stored, anew, accountIds = [] }: Refresh,
): Promise<GroupNow> {
  const { known, record, rules, privilegedUser } = stored;
  const { groupId } = record;
  const readAt = ports.clock.now();
  const [proof, group, accessOf, accounts] = await allEnded([
    proofNow(ports, begun, rules, anew),
    findGroup(ports, privilegedUser, groupId),
    readGroupAccess(ports, known, [groupId]),
    accountIds.length === 0 ? [] : ports.directory.accounts(accountIds),
  ]);
  if (group !== undefined) await noteName(ports, record, group.name);
  return {
    readAt: Math.min(readAt, proof.provedAt),
    proof,
    group,
    access: accessOf(groupId),
    accounts: new Map(accounts.map((account) => [account.accountId, account])),
  };
}

/** Returns the space as it is now: proved when the call began, or proved again. Fails with NOT_SPACE_ADMIN. */
export async function proofNow(
  ports: GroupPorts,
  begun: InSpace | ForSpace,
  rules: StoredRules,
  anew: boolean,
): Promise<SpaceProof> {
  if (!anew && 'provedAt' in begun && isFresh(ports.clock, begun.provedAt)) return begun;
  const proof = await readSpaceProof(ports, begun.space.spaceId, rules);
  if (proof?.isAdmin !== true) throw forbidden('NOT_SPACE_ADMIN');
  return proof;
}

/** Returns the facts about a group that exists and may be changed. Fails with NOT_FOUND or FORBIDDEN. */
export function requireFacts({ record, rules, privilegedUser }: StoredForGroup, now: GroupNow): DecisionFacts {
  const { group, access } = now;
  if (group === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
  const subject = { space: now.proof.space, record, group, access, rules, privilegedUser };
  const refusal = groupRefusal(subject);
  if (refusal !== undefined) throw forbidden(refusal, subjectOf(subject.group));
  return subject;
}

/** Names the group of a refusal, as far as Confluence showed it. */
export function aboutGroup({ group }: GroupNow): RefusedSubject {
  return group === undefined ? {} : subjectOf(group);
}

function demandRecord(record: GroupRecord | undefined, space: Pick<ProvedSpace, 'spaceId'>): GroupRecord {
  if (record?.spaceId !== space.spaceId) throw forbidden('GROUP_OF_ANOTHER_SPACE');
  return record;
}

async function aroundOf(ports: GroupPorts, read: StoredNow & { rules: RulesNow }): Promise<StoredForSpace> {
  const known = await standing(ports, read);
  return { known, rules: read.rules, privilegedUser: requirePrivilegedUser(known).accountId };
}
