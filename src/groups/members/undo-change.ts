import { forbidden, invalidInput } from '../../broker/errors';
import type { PeopleResult } from '../../shared/groups/views';
import type { AccountId } from '../../shared/ids';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import type { PastChange, ProvedSpace } from '../facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { changeMembers } from './change-members';
import type { MemberOperation } from './commands';
import type { Undone } from './fact-changes';

const INVERSE: Readonly<Record<PastChange['action'], MemberOperation>> = {
  addMember: 'removeMember',
  removeMember: 'addMember',
};

interface Request {
  attemptIds: string[];
  confirmSelf: boolean;
}

/**
 * Undoes a change of memberships of a group of this space: removes who was added by it, adds who was removed by it with the facts of before.
 *
 * It's judged like any other change. Who was changed again since then is left alone, with CHANGED_LATER.
 *
 * Fails as `changeMembers` does, and with FORBIDDEN (NOT_UNDOABLE) or INVALID_INPUT (`attemptIds` of several changes, `confirmSelf`).
 */
export async function undoChange(
  ports: GroupPorts,
  begun: InSpace,
  { attemptIds, confirmSelf }: Request,
): Promise<PeopleResult> {
  const changes = await ports.memberJournal.pastChanges(attemptIds);
  const { action, groupId } = demandOneChange(changes, attemptIds.length, begun.space);
  const accountIds = changes.map(({ accountId }) => accountId);
  const operation = INVERSE[action];
  if (operation === 'removeMember' && accountIds.includes(begun.caller) && !confirmSelf) {
    throw invalidInput('confirmSelf', REFUSED_FIELDS.removeYourself);
  }
  return changeMembers(ports, begun, operation, { groupId, accountIds, undone: await readUndone(ports, changes) });
}

/** Makes sure that all entries are of this space, and of one kind and group, each about another person. Returns the first. */
function demandOneChange(changes: readonly PastChange[], wanted: number, { spaceId }: ProvedSpace): PastChange {
  const [first] = changes;
  const isOfSpace = changes.length === wanted && changes.every((change) => change.spaceId === spaceId);
  if (first === undefined || !isOfSpace) throw forbidden('NOT_UNDOABLE');
  const isAlike = changes.every(({ action, groupId }) => action === first.action && groupId === first.groupId);
  const people = new Set(changes.map(({ accountId }) => accountId));
  if (!isAlike || people.size < wanted) throw invalidInput('attemptIds', REFUSED_FIELDS.oneChange);
  return first;
}

/** Reads which removals were followed by another change: nothing is left of them. An addition left facts, which tell. */
async function readUndone(
  { memberJournal }: GroupPorts,
  changes: readonly PastChange[],
): Promise<ReadonlyMap<AccountId, Undone>> {
  const later = await memberJournal.changedLater(changes.filter(({ action }) => action === 'removeMember'));
  return new Map(
    changes.map(({ attemptId, accountId, prior }) => [
      accountId,
      { attemptId, prior, changedLater: later.has(attemptId) },
    ]),
  );
}
