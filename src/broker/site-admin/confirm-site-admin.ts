import type { SiteAdminConfirmation } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import { failureOf, isLost } from '../errors';
import type { GroupFacts } from '../facts';
import { orLog } from '../or-log';
import type { BrokerPorts } from '../ports';
import { newCheckGroupName } from '../privileged-user/check-group';
import { changeProofs, takeTry } from './change-proofs';
import { createProofGroup, deleteOpenGroups, deleteProofGroup } from './proof-group';
import { groupsLeft, provedUntil, withoutGroups, withProof } from './proofs';

/**
 * Proves that the caller may manage groups, which Atlassian allows only site admins to do: creates an empty group as them and
 * deletes it. The proof holds for an hour.
 *
 * Without an answer to both, nothing is proved. The group's name is stored before, and looked for until the group is gone.
 */
export async function confirmSiteAdmin(
  ports: BrokerPorts,
  { caller }: { caller: AccountId },
): Promise<SiteAdminConfirmation> {
  const groupName = newCheckGroupName(ports);
  const waitMs = await takeTry(ports, caller, groupName);
  if (waitMs > 0) return { outcome: 'tooOften', retryAfterSeconds: Math.ceil(waitMs / 1000) };
  try {
    const group = await createOrForget(ports, caller, groupName);
    await deleteProofGroup(ports, caller, group);
  } catch (thrown) {
    if (failureOf(thrown)?.code !== 'ATLASSIAN_REFUSED') throw thrown;
    // The try ended any earlier proof.
    return { outcome: 'notSiteAdmin' };
  }
  return { outcome: 'confirmed', until: await keepProof(ports, caller, groupName) };
}

/** Creates the group. If it surely wasn't made, forgets it; if it may have been, looks for it at once. */
async function createOrForget(ports: BrokerPorts, caller: AccountId, groupName: string): Promise<GroupFacts> {
  try {
    return await createProofGroup(ports, caller, groupName);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    await orLog(ports, 'test group not forgotten', async () => {
      const gone = isLost(failure) ? await deleteOpenGroups(ports, caller, [groupName]) : [groupName];
      await changeProofs(ports, (stored) => withoutGroups(stored, gone));
    });
    throw thrown;
  }
}

/** Stores the proof, and deletes groups that earlier tries left behind. Returns the time until which the proof holds. */
async function keepProof(ports: BrokerPorts, caller: AccountId, groupName: string): Promise<string> {
  const now = ports.clock.now();
  let until = '';
  let left: string[] = [];
  await changeProofs(ports, (stored) => {
    const next = withProof(withoutGroups(stored, [groupName]), caller, now);
    until = provedUntil(next, caller, now) ?? '';
    left = groupsLeft(next, now).map((group) => group.groupName);
    return next;
  });
  await orLog(ports, 'test groups not forgotten', async () => {
    const gone = await deleteOpenGroups(ports, caller, left);
    if (gone.length > 0) await changeProofs(ports, (stored) => withoutGroups(stored, gone));
  });
  return until;
}
