// Lists of people that somebody brings to a space.
import { happens, oneOf } from '../choices';
import type { Choices } from '../choices';
import { some } from './payload';
import type { Seen } from './seen';
import { aGroup } from './subjects';
import type { InSpace } from './subjects';

/** Most people of one list: mostly a few, now and then more than one part of a run takes. */
const MOST_LISTED = [5, 5, 30, 130] as const;

/** Builds the payload of a plan, of any source. */
export function aList(seen: Seen, choices: Choices, about: InSpace) {
  return aGroup(seen, choices, about, (groupId) => {
    const kind = choices.below(10);
    const listed = some(choices, seen.people(), oneOf(choices, MOST_LISTED) ?? 5);
    function people(operation: () => 'addMember' | 'removeMember') {
      return listed.map((accountId, index) => ({ line: index + 1, accountId, operation: operation() }));
    }
    if (kind < 6) {
      const removing = kind === 0 ? 800 : 200;
      const mixed = people(() => (happens(choices, removing) ? 'removeMember' : 'addMember'));
      return { groupId, source: 'list' as const, people: mixed };
    }
    if (kind === 6) return { groupId, source: 'everybody' as const, people: [] };
    const fromGroupId = oneOf(choices, seen.groupIds());
    if (kind === 7 && fromGroupId !== undefined && fromGroupId !== groupId) {
      return { groupId, source: 'membersOf' as const, fromGroupId, people: [] };
    }
    return { groupId, source: 'wholeGroup' as const, people: people(() => 'addMember') };
  });
}
