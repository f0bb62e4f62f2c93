import { invalidInput } from '../../broker/errors';
import type { ChangeView } from '../../shared/groups/changes';
import type { AccountId } from '../../shared/ids';
import { MOST_GROUPS_OF_PERSON_REMOVAL } from '../../shared/limits';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import type { InSpace } from '../in-space';
import type { MembershipLine } from '../members/membership-runs';
import { readGroupsOfPerson } from '../people/groups-of-person';
import type { GroupPorts } from '../ports';
import { concernsPerson, judgeOfPerson, readPersonOfPlan } from './person-of-plan';
import { storePlan } from './store-plan';

/**
 * Plans to remove one person from all groups of this space that they are in now, at most 200, with a verdict on each. Nothing is changed.
 *
 * Fails with INVALID_INPUT (`accountId`: they aren't in any), FORBIDDEN (the space's reason) or PRIVILEGED_USER_UNAVAILABLE.
 */
export async function planPersonRemoval(
  ports: GroupPorts,
  begun: InSpace,
  { accountId }: { accountId: AccountId },
): Promise<ChangeView> {
  const { records, complete } = await readGroupsOfPerson(ports, begun.space, accountId);
  const groupIds = records.slice(0, MOST_GROUPS_OF_PERSON_REMOVAL).map(({ groupId }) => groupId);
  if (groupIds.length === 0) throw invalidInput('accountId', REFUSED_FIELDS.inNoGroup);
  const isIn = new Set(groupIds);
  const person = await readPersonOfPlan(ports, begun, { accountId, isIn, complete, groupIds });
  const lines = groupIds.map((groupId, index) => {
    const command: MembershipLine = { operation: 'removeMember', groupId, accountId };
    return { number: index + 1, command, ...judgeOfPerson(command, person) };
  });
  const more = !complete || records.length > groupIds.length;
  return storePlan(ports, begun, { source: 'allGroups', concerned: concernsPerson(accountId, more), lines });
}
