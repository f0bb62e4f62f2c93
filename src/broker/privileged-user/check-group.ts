import type { AccountId, GroupId } from '../../shared/ids';
import type { ErrorCode, ForbiddenReason } from '../../shared/result';
import type { Outcome } from '../audit/entries';
import { failureOf, forbidden } from '../errors';
import type { GroupFacts } from '../facts';
import type { CallerGrant, Grant } from '../grant';
import type { BrokerPorts } from '../ports';
import type { Verdict } from '../verdict';
import { checkGroupName, grantCheckGroupCreate, grantCheckGroupDelete } from './check-group-grants';
import { checkWrite, toDelete, type Checker } from './check-write';
import { stillPrivileged } from './still-right';

/** Returns the grant of a verdict on a check group. Throws FORBIDDEN for any other group. */
export function checkGrant<G extends Grant | CallerGrant>(verdict: Verdict<G, ForbiddenReason>): G {
  if (!verdict.allowed) throw forbidden(verdict.reason);
  return verdict.value;
}

/** Returns the outcome of a deletion: if the group was already gone, nobody knows who deleted it. */
export function unlessGone({ deleted }: { deleted: boolean }): Pick<Outcome, 'outcome'> {
  return {
    outcome: deleted ? 'succeeded' : 'unchanged',
  };
}

/** Forms a name that isn't in use. */
export function newCheckGroupName({ ids }: BrokerPorts): string {
  return checkGroupName(ids.next().replaceAll('-', '').slice(0, 12));
}

/** A name that a check group has already, tried on purpose: the group, and the failure that is expected. */
interface Taken {
  groupId: GroupId;
  expecting: ErrorCode;
}

/** Creates a check group, audited. The entry names the group that has the name already, if one has: whoever looks later finds that one. */
export async function createCheckGroup(
  ports: BrokerPorts,
  checker: Checker,
  groupName: string,
  taken?: Taken,
): Promise<GroupFacts> {
  const grant = checkGrant(grantCheckGroupCreate(checker.actAs, groupName));
  return checkWrite(ports, checker, {
    entry: { action: 'writeTestCreate', groupName, ...(taken !== undefined && { groupId: taken.groupId }) },
    write: () => ports.groupWriter.createGroup(grant),
    found: ({ groupId }) => ({ groupId }),
    codeOf: (code) => (code === taken?.expecting ? 'AS_EXPECTED' : code),
  });
}

/** Deletes a check group, audited; one that was already gone counts as unchanged. Fails as the deletion does. */
export async function removeCheckGroup(
  ports: BrokerPorts,
  checker: Checker,
  { groupId, name: groupName }: Pick<GroupFacts, 'groupId' | 'name'>,
): Promise<void> {
  const grant = checkGrant(grantCheckGroupDelete(checker.actAs, { groupId, groupName }));
  await checkWrite(ports, toDelete(checker), {
    entry: { action: 'writeTestDelete', groupId, groupName },
    write: () => ports.groupWriter.deleteGroup(grant),
    found: unlessGone,
  });
}

/** Deletes a check group, audited. False: it still stands. */
export async function deleteCheckGroup(...given: Parameters<typeof removeCheckGroup>): Promise<boolean> {
  try {
    await removeCheckGroup(...given);
    return true;
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    return false;
  }
}

/** Deletes a check group that was left over, as the privileged user, as long as they are it. False: it still stands. */
export function deleteLeftCheckGroup(
  ports: BrokerPorts,
  actAs: AccountId,
  group: Pick<GroupFacts, 'groupId' | 'name'>,
): Promise<boolean> {
  return deleteCheckGroup(ports, { actAs, stillRight: stillPrivileged(ports, actAs) }, group);
}
