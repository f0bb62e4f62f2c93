import type { AccountId } from '../../shared/ids';
import type { BrokerPorts } from '../ports';
import { deleteLeftCheckGroup } from '../privileged-user/check-group';
import { changeProofs } from './change-proofs';
import { groupsLeft, withoutGroups, withoutOld, type SiteAdminProofs } from './proofs';

/** Deletes, as the privileged user, the groups that confirmations left behind, and forgets tries and proofs that have expired. */
export async function cleanUpProofs(ports: BrokerPorts, privilegedUser: AccountId | undefined): Promise<void> {
  const { value } = await ports.siteAdminProofs.read();
  const gone = privilegedUser === undefined ? [] : await deleteLeft(ports, privilegedUser, value);
  await changeProofs(ports, (stored) => {
    const next = withoutOld(withoutGroups(stored, gone), ports.clock.now());
    return sizeOf(next) === sizeOf(stored) ? undefined : next;
  });
}

/** A creation without an answer may still take effect within this time: a function ends after 25 seconds, but Atlassian may go on. */
const MAY_COME_MS = 10 * 60_000;

/** Returns the names of the groups that are gone now. */
async function deleteLeft(ports: BrokerPorts, actAs: AccountId, stored: SiteAdminProofs): Promise<string[]> {
  const gone: string[] = [];
  for (const { groupName, at } of groupsLeft(stored, ports.clock.now())) {
    const found = await ports.privilegedReader.groupByName(actAs, groupName);
    const isGone =
      found === undefined
        ? Date.parse(at) + MAY_COME_MS < ports.clock.now()
        : await deleteLeftCheckGroup(ports, actAs, found.group);
    if (isGone) gone.push(groupName);
  }
  return gone;
}

function sizeOf({ tries, proofs, openGroups }: SiteAdminProofs): number {
  return tries.length + proofs.length + openGroups.length;
}
