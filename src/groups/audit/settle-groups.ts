import type { Attempt } from '../../broker/audit/entries';
import { foundNow, UNKNOWN, type Ended, type Look } from '../../broker/audit/settle-audit';
import type { AccountId } from '../../shared/ids';
import { lookAtMembership } from '../members/look-at-membership';
import type { GroupLook } from '../operations';
import type { GroupPorts } from '../ports';

/** Returns the looks for changes of groups whose outcome isn't known, by the words of their rows. */
export function groupLooks(ports: GroupPorts): Record<GroupLook, Look> {
  return {
    membership: asPrivilegedUser(ports, membership),
    createdGroup: async (actAs, attempt) =>
      (await provedCreation(ports, attempt)) ?? asPrivilegedUser(ports, creation)(actAs, attempt),
    deletedGroup: asPrivilegedUser(ports, deletion),
  };
}

function asPrivilegedUser(
  ports: GroupPorts,
  look: (ports: GroupPorts, actAs: AccountId, attempt: Attempt) => Promise<Ended>,
): Look {
  return async (actAs, attempt) => (actAs === undefined ? undefined : look(ports, actAs, attempt));
}

async function membership(ports: GroupPorts, actAs: AccountId, { groupId, accountId }: Attempt): Promise<Ended> {
  if (groupId === undefined || accountId === undefined) return UNKNOWN;
  return foundNow(await lookAtMembership(ports, actAs, { groupId, accountId }));
}

/** Finds the record that names the attempt, which proves it: the app wrote it after Confluence's answer. */
async function provedCreation(
  { groupRecords }: GroupPorts,
  { id, groupName, spaceId }: Attempt,
): Promise<Ended | undefined> {
  if (groupName === undefined || spaceId === undefined) return undefined;
  const record = (await groupRecords.named(spaceId, groupName)).find(({ attemptId }) => attemptId === id);
  return record && { outcome: 'succeeded', groupId: record.groupId };
}

/** Looks for a group of this name. It isn't claimed an hour later, as somebody else may have made it since: it's listed for adoption. */
async function creation(ports: GroupPorts, actAs: AccountId, { groupName }: Attempt): Promise<Ended> {
  if (groupName === undefined) return UNKNOWN;
  return foundNow((await ports.privilegedReader.groupByName(actAs, groupName)) === undefined ? 'noGroup' : 'group');
}

async function deletion(ports: GroupPorts, actAs: AccountId, { groupId }: Attempt): Promise<Ended> {
  if (groupId === undefined) return UNKNOWN;
  const record = await ports.groupRecords.get(groupId);
  if ((await ports.privilegedReader.group(actAs, groupId)) !== undefined) return foundNow('group');
  if (record !== undefined) await ports.groupRecords.remove(record);
  return foundNow('noGroup');
}
