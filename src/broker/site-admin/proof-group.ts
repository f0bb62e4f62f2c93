import type { AccountId } from '../../shared/ids';
import { audited } from '../audit/audited';
import { failureOf } from '../errors';
import type { GroupFacts } from '../facts';
import type { BrokerPorts } from '../ports';
import { checkGrant, unlessGone } from '../privileged-user/check-group';
import { grantProofCreate, grantProofDelete } from '../privileged-user/check-group-grants';

/** Creates a check group as the caller, audited. ATLASSIAN_REFUSED: they may not manage groups. */
export async function createProofGroup(ports: BrokerPorts, caller: AccountId, groupName: string): Promise<GroupFacts> {
  const grant = checkGrant(grantProofCreate(groupName));
  return audited(ports, {
    entry: { action: 'proveSiteAdminCreate', caller, groupName },
    effect: () => ports.siteAdminProver.create(grant),
    found: ({ groupId }) => ({ groupId }),
  });
}

/** Deletes a check group as the caller, audited; one that was already gone counts as unchanged. */
export async function deleteProofGroup(
  ports: BrokerPorts,
  caller: AccountId,
  group: Pick<GroupFacts, 'groupId' | 'name'>,
): Promise<void> {
  const { groupId, name: groupName } = group;
  const grant = checkGrant(grantProofDelete(group));
  const entry = { action: 'proveSiteAdminDelete', caller, groupId, groupName } as const;
  await audited(ports, { entry, effect: () => ports.siteAdminProver.delete(grant), found: unlessGone });
}

/** Deletes, as the caller, groups that tries left behind. Returns those that are surely gone; failures are tried again another time. */
export async function deleteOpenGroups(
  ports: BrokerPorts,
  caller: AccountId,
  groupNames: readonly string[],
): Promise<string[]> {
  const gone: string[] = [];
  for (const groupName of groupNames) {
    try {
      const { groups } = await ports.directory.searchGroups(groupName, 0);
      const group = groups.find(({ name }) => name === groupName);
      // A group that isn't found may still appear: its creation got no answer.
      if (group === undefined) continue;
      await deleteProofGroup(ports, caller, group);
      gone.push(groupName);
    } catch (thrown) {
      const code = failureOf(thrown)?.code;
      if (code === undefined) throw thrown;
      ports.log.warn('test group not deleted', { code });
    }
  }
  return gone;
}
