import type { PlannedList } from '../../shared/groups/change-payloads';
import type { AccountId } from '../../shared/ids';
import type { MemberOperation } from '../members/commands';
import type { MembersNow } from './members-now';

/** A change of one membership that a list asks for. */
export interface WantedChange {
  operation: MemberOperation;
  accountId: AccountId;
  /** The line of the list that named the person; absent: they're changed because of who is in a group. */
  line?: number;
}

/** Returns the changes that a list means for a group with these members: additions first. `from`: the members of the other group. */
export function wantedChanges(
  { source, people }: Pick<PlannedList, 'source' | 'people'>,
  members: Pick<MembersNow, 'ids'>,
  from: Pick<MembersNow, 'ids'>,
): WantedChange[] {
  switch (source) {
    case 'list':
      return additionsFirst(people);
    case 'wholeGroup': {
      const listed = new Set(people.map(({ accountId }) => accountId));
      return [...people, ...removals([...members.ids].filter((accountId) => !listed.has(accountId)))];
    }
    case 'everybody':
      return removals([...members.ids]);
    case 'membersOf':
      return [...from.ids].map((accountId) => ({ operation: 'addMember', accountId }));
  }
}

/** Tells whether a change takes somebody out of a group. */
export function isRemoval({ operation }: { operation: MemberOperation }): boolean {
  return operation === 'removeMember';
}

/** Puts additions before removals: their places tell later what a change has added and what it has removed. */
function additionsFirst<One extends { operation: MemberOperation }>(changes: readonly One[]): One[] {
  return changes.toSorted((one, other) => Number(isRemoval(one)) - Number(isRemoval(other)));
}

function removals(accountIds: readonly AccountId[]): WantedChange[] {
  return accountIds.map((accountId) => ({ operation: 'removeMember', accountId }));
}
