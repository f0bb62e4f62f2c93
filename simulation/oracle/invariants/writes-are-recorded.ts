import type { Call, History, RowChange } from '../history';
import type { Invariant } from '../invariant';
import { isPrivilegedWrite, subjectOf } from '../privileged-write';

/** Every privileged write has an attempt, stored by the same run of the function before it was sent. */
export const writesAreRecorded: Invariant = {
  name: 'every privileged write is recorded before it is sent',
  when: 'eachStep',
  check: (history, { sent }) =>
    sent
      .filter((call) => isPrivilegedWrite(call) && !attemptsOf(history, call).some((row) => isAbout(row, call)))
      .map((call) => ({ what: `${call.operationId} was sent without an attempt that names it`, calls: [call.id] })),
};

function attemptsOf({ rows, calls, invocations }: History, { invocation }: Call): RowChange[] {
  const since = invocations[invocation]?.beganStep ?? 0;
  const first = rows.findLastIndex(({ step }) => step < since) + 1;
  return rows
    .slice(first)
    .filter(
      ({ entity, call, is }) =>
        entity === 'audit-entry' &&
        call !== undefined &&
        calls[call]?.invocation === invocation &&
        (is as { kind?: string } | undefined)?.kind === 'attempt',
    );
}

/** A creation's attempt can't name what isn't there yet. */
function isAbout({ is }: RowChange, call: Call): boolean {
  const row = is as { groupId?: string; accountId?: string };
  const { groupId, accountId } = subjectOf(call);
  return (
    (groupId === undefined || row.groupId === undefined || row.groupId === groupId) &&
    (accountId === undefined || row.accountId === undefined || row.accountId === accountId)
  );
}
