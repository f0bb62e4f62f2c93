import type { GroupFacts } from '../facts';
import type { BrokerLook } from '../operations';
import type { BrokerPorts } from '../ports';
import { deleteLeftCheckGroup } from '../privileged-user/check-group';
import type { Attempt } from './entries';
import { foundNow, UNKNOWN, type Ended, type Look } from './settle-audit';

/**
 * Looks for check groups whose creation or deletion got no answer. Those that still exist are deleted now, so nothing is left behind.
 *
 * Their names are random, so a group with such a name was made by that attempt, unless the attempt names it as the one that had the name before. If nothing is left, the group was made and deleted, by
 * this try or by a later cleanup, or never made: it can't be told which.
 */
export function brokerLooks(ports: BrokerPorts): Record<BrokerLook, Look> {
  return {
    createdCheckGroup: lookAt(ports, ({ groupId }, attempt) =>
      groupId === attempt.groupId ? foundNow('group') : { outcome: 'succeeded', groupId },
    ),
    deletedCheckGroup: lookAt(ports, () => foundNow('group')),
  };
}

function lookAt(ports: BrokerPorts, endedWith: (left: GroupFacts, attempt: Attempt) => Ended): Look {
  return async (actAs, attempt) => {
    const { groupName } = attempt;
    if (actAs === undefined) return undefined;
    if (groupName === undefined) return UNKNOWN;
    const found = await ports.privilegedReader.groupByName(actAs, groupName);
    if (found === undefined) return foundNow('noGroup');
    await deleteLeftCheckGroup(ports, actAs, found.group);
    return endedWith(found.group, attempt);
  };
}
