import type { Outcome } from '../../domain/audit';
import { failureOf, forbidden } from '../../domain/errors';
import type { CallerGrant, Grant } from '../../domain/grant';
import type { GroupFacts } from '../../domain/groups';
import { checkGroupName, grantCheckGroupCreate, grantCheckGroupDelete, type Granted } from '../../domain/policy';
import type { Ports } from '../../domain/ports';
import type { AccountId } from '../../shared/ids';
import type { ErrorCode } from '../../shared/result';
import { audited } from './audited';
import { repeatAfterWait } from './short-wait';

/** The grant of a decision about a check group. Throws FORBIDDEN for any other group. */
export const checkGrant = <G extends Grant | CallerGrant>(decision: Granted<G>): G => {
  if (!decision.granted) throw forbidden(decision.reason);
  return decision.grant;
};

/** What the audit says of a deletion: of a group that was gone already nobody knows who deleted it. */
export const unlessGone = ({ deleted }: { deleted: boolean }): Pick<Outcome, 'outcome'> => ({
  outcome: deleted ? 'succeeded' : 'unchanged',
});

/** A name that no group bears yet. */
export const newCheckGroupName = ({ ids }: Ports): string =>
  checkGroupName(ids.next().replaceAll('-', '').slice(0, 12));

/** Creates a check group as `actAs`, audited. `caller` is absent if nobody asked for it; `expecting` is a failure that is tried on purpose. */
export const createCheckGroup = async (
  ports: Ports,
  actAs: AccountId,
  groupName: string,
  caller?: AccountId,
  expecting?: ErrorCode,
): Promise<GroupFacts> => {
  const grant = checkGrant(grantCheckGroupCreate(actAs, groupName));
  return audited(
    ports,
    { action: 'writeTestCreate', actedAs: actAs, groupName, ...(caller && { caller }) },
    () => repeatAfterWait(ports, () => ports.groupWriter.createGroup(grant)),
    ({ groupId }) => ({ groupId }),
    (code) => (code === expecting ? 'AS_EXPECTED' : code),
  );
};

/** Deletes a check group as `actAs`, audited; one that was gone already as unchanged. Fails as the deletion does. */
export const removeCheckGroup = async (
  ports: Ports,
  actAs: AccountId,
  { groupId, name: groupName }: Pick<GroupFacts, 'groupId' | 'name'>,
  caller?: AccountId,
): Promise<void> => {
  const grant = checkGrant(grantCheckGroupDelete(actAs, { groupId, groupName }));
  const entry = { action: 'writeTestDelete', actedAs: actAs, groupId, groupName, ...(caller && { caller }) } as const;
  await audited(ports, entry, () => repeatAfterWait(ports, () => ports.groupWriter.deleteGroup(grant)), unlessGone);
};

/** Deletes a check group as `actAs`, audited. False: it still stands. */
export const deleteCheckGroup = async (...given: Parameters<typeof removeCheckGroup>): Promise<boolean> => {
  try {
    await removeCheckGroup(...given);
    return true;
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    return false;
  }
};
