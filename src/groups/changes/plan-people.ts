import { invalidInput } from '../../broker/errors';
import type { PlannedList } from '../../shared/groups/change-payloads';
import type { ChangeView } from '../../shared/groups/changes';
import { MOST_LINES } from '../../shared/limits';
import { say } from '../../shared/words/format';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';
import type { MembershipLine } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { judgeChange } from './judge-change';
import { readMembersNow, type MembersNow } from './members-now';
import { concernsGroup, readGroupOfPlan, readPlanFacts } from './plan-facts';
import { storePlan } from './store-plan';
import { wantedChanges, type WantedChange } from './wanted-changes';

const NOBODY: MembersNow = { ids: new Set(), total: 0, known: 'all' };

/**
 * Plans a list of people for a group of this space, with a verdict on each by facts that are read now. Nothing is changed.
 *
 * Who is cleared out of the group are members whom Confluence lists now; who joins after that isn't part of the plan.
 *
 * Fails with INVALID_INPUT (`people`, `groupId`, `fromGroupId`), NOT_FOUND, FORBIDDEN or PRIVILEGED_USER_UNAVAILABLE.
 */
export async function planPeople(ports: GroupPorts, begun: InSpace, list: PlannedList): Promise<ChangeView> {
  const { source, groupId } = list;
  const other = list.fromGroupId && (await recordOfSpace(ports, begun.space, list.fromGroupId));
  const group = await readGroupOfPlan(ports, begun, groupId);
  const from = other === undefined ? NOBODY : await readMembersNow(ports, other.groupId);
  demandKnown(list, group.members, from);
  const wanted = wantedChanges(list, group.members, from);
  demandFitting(list, wanted, group.subject.rules.longestList);
  const changes = wanted.map((change): MembershipLine => ({ ...change, groupId }));
  const facts = await readPlanFacts(ports, group, changes);
  const lines = changes.map((command, index) => ({ number: index + 1, command, ...judgeChange(command, facts) }));
  return storePlan(ports, begun, { source, concerned: concernsGroup(group), lines });
}

/** Refuses what depends on the members of a group that are too many to be read. */
function demandKnown({ source }: PlannedList, members: MembersNow, from: MembersNow): void {
  const tooMany = say(REFUSED_FIELDS.tooManyMembers, { most: String(MOST_LINES) });
  if (from.known === 'tooMany') throw invalidInput('fromGroupId', tooMany);
  const isClearing = source === 'wholeGroup' || source === 'everybody';
  if (isClearing && members.known === 'tooMany') throw invalidInput('groupId', tooMany);
}

function demandFitting({ source }: PlannedList, { length }: readonly WantedChange[], most: number): void {
  const field = source === 'membersOf' ? 'fromGroupId' : 'groupId';
  if (length === 0) throw invalidInput(field, REFUSED_FIELDS.noMembers);
  if (length > most) throw invalidInput('people', say(REFUSED_FIELDS.listAtMost, { n: most }));
}
