import type { Call, History } from '../history';
import type { Invariant, Violation } from '../invariant';
import { ledgerOf } from '../ledger';
import type { Recorded } from '../ledger';
import { mustBeRecorded } from '../privileged-write';

/** Every privileged call has an attempt, stored before it was sent, which names who asked for it, as whom it is made, and what it does to whom. */
export const writesAreRecorded: Invariant = {
  name: 'every privileged call is recorded before it is sent',
  when: 'eachStep',
  check: (history, { sent }) =>
    sent.filter(mustBeRecorded).flatMap((call) => {
      const attempt = ledgerOf(history).attemptOf.get(call.id);
      const what =
        attempt === undefined
          ? `${call.operationId} was sent without an attempt that names it`
          : wrongIn(history, call, attempt);
      return what === undefined ? [] : [{ what, calls: [call.id] } satisfies Violation];
    }),
};

/** Actions that the app takes by itself, too, whoever is present: it looks after its own check groups. */
const BY_ITSELF = new Set(['writeTestCreate', 'writeTestDelete']);

/** Returns what an attempt says that isn't so. */
function wrongIn(history: History, call: Call, { id, row }: Recorded): string | undefined {
  const invocation = history.invocations[call.invocation];
  const caller = row.lineBy ?? row.caller;
  const asked = invocation?.accountId ?? ledgerOf(history).runs.get(row.runId ?? '')?.by;
  if (caller !== asked && !(caller === undefined && BY_ITSELF.has(row.action))) {
    return `the attempt ${id} names ${String(caller)} as its caller, who is ${String(asked)}`;
  }
  const as = call.as.kind === 'impersonated' ? call.as.accountId : undefined;
  if (row.actedAs !== as) return `the attempt ${id} names ${String(row.actedAs)}, and was made as ${String(as)}`;
  const [place, claimed] = [row.lineSpaceId ?? row.spaceId, spaceIn(invocation?.context)];
  const isElsewhere = claimed !== undefined && place !== claimed && place !== 'global';
  return isElsewhere
    ? `the attempt ${id} is of the space ${String(place)}, and was asked for in ${claimed}`
    : undefined;
}

function spaceIn(context: unknown): string | undefined {
  return (context as { space?: { id?: string } } | undefined)?.space?.id;
}
