// What people were told of the lines of a list that was applied.
import type { Claim } from '../../claims';
import type { History, Invocation } from '../../history';
import { ledgerOf } from '../../ledger';
import type { Recorded } from '../../ledger';

interface Line {
  accountId?: string;
  groupId?: string;
  operation?: string;
  outcome?: string;
}

/** Returns what an answer says of the calls that were made for the lines that it shows. */
export function claimsOfLines(history: History, { id, functionKey, payload, end }: Invocation): Claim[] {
  if (functionKey !== 'readChangeLines' || end?.how !== 'answered') return [];
  const { changeId = '' } = (payload ?? {}) as { changeId?: string };
  const { value } = (end.value ?? {}) as { value?: { lines?: Line[] } };
  const attempts = attemptsOf(history, changeId);
  return (value?.lines ?? []).flatMap((line): Claim[] => {
    const own = attempts.filter(({ row }) => isAbout(row, line));
    const means = meaningOf(line);
    const said = `${functionKey} (${id}) said ${String(line.outcome)} of ${String(line.accountId)}`;
    return means === undefined ? [] : [{ said, calls: own.flatMap(({ calls }) => calls), means }];
  });
}

/** A line that wasn't tried or is left may still be; and where nobody knows, anything may have happened. */
function meaningOf({ outcome, operation }: Line): Claim['means'] | undefined {
  if (outcome === 'succeeded') return operation === 'removeMember' ? 'success' : 'effect';
  return outcome === 'unchanged' || outcome === 'failed' || outcome === 'refused' ? 'nothing' : undefined;
}

function attemptsOf(history: History, runId: string): Recorded[] {
  return [...ledgerOf(history).attempts.values()].filter(({ row }) => row.runId === runId);
}

function isAbout({ groupId, accountId, action }: Recorded['row'], line: Line): boolean {
  return groupId === line.groupId && accountId === line.accountId && action === line.operation;
}
