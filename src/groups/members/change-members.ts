import { failureOf } from '../../broker/errors';
import type { Ending } from '../../broker/runs/endings';
import { runInBatches } from '../../broker/runs/in-batches';
import type { PeopleResult, PersonOutcome } from '../../shared/groups/views';
import type { AccountId, GroupId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import type { MemberCommand, MemberOperation } from './commands';
import type { Undone } from './fact-changes';
import { memberJob } from './member-job';
import type { MemberResult } from './member-kind';
import { explainedResult } from './people';

/** People whose membership of a group is changed, and the changes that this undoes, if it does. */
interface Change {
  groupId: GroupId;
  accountIds: readonly AccountId[];
  undone?: ReadonlyMap<AccountId, Undone>;
}

/**
 * Changes the membership of several people of a group of this space, each with their own outcome.
 *
 * Fails as a whole, having changed nothing, with INVALID_INPUT (`accountIds`), NOT_FOUND, FORBIDDEN, PRIVILEGED_USER_UNAVAILABLE or
 * AUDIT_UNAVAILABLE.
 */
export async function changeMembers(
  ports: GroupPorts,
  begun: InSpace,
  operation: MemberOperation,
  { groupId, accountIds, undone }: Change,
): Promise<PeopleResult> {
  const [first, ...others] = accountIds.map((accountId): MemberCommand => ({ operation, groupId, accountId }));
  if (first === undefined) return { people: [] };
  const { endings, known, thrown } = await runInBatches(ports, memberJob(ports, begun, { undone }), [first, ...others]);
  const people = accountIds.map((accountId, index) => personOutcome(accountId, endings[index]));
  const result = { people, ...(thrown !== undefined && { stoppedBy: stopOf(thrown) }) };
  return known === undefined ? result : explainedResult(ports, { ...known.stored, action: operation }, result, thrown);
}

function personOutcome(accountId: AccountId, ending: Ending<MemberResult, ForbiddenReason> | undefined): PersonOutcome {
  switch (ending?.kind) {
    case 'performed':
    case 'found':
      return { accountId, ...ending.value };
    case 'refused':
      return { accountId, outcome: 'refused', reason: ending.reason };
    case 'failed':
      return { accountId, outcome: 'failed', ...codeIn(ending.thrown) };
    case 'open':
      return { accountId, outcome: 'unknown', ...codeIn(ending.thrown) };
    case 'notAttempted':
    case undefined:
      return { accountId, outcome: 'notAttempted' };
  }
}

function codeIn(thrown: unknown): Pick<PersonOutcome, 'code'> {
  const code = failureOf(thrown)?.code;
  return code === undefined ? {} : { code };
}

function stopOf(thrown: unknown): NonNullable<PeopleResult['stoppedBy']> {
  const failure = failureOf(thrown);
  if (failure === undefined) return { code: 'INTERNAL' };
  const { code } = failure;
  if (code === 'RATE_LIMITED') return { code, retryAfterSeconds: failure.retryAfterSeconds };
  return code === 'FORBIDDEN' ? { code, reason: failure.reason } : { code };
}
