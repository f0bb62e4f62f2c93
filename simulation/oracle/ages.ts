// How old what a privileged call relies on may be: docs/security.md and docs/reliability.md promise it.
import type { Call, History } from './history';
import { ledgerOf } from './ledger';
import type { Moment, Stretch } from './past';
import { isPrivilegedWrite } from './privileged-write';

/** Oldest answer of Atlassian, and oldest reading of the pause, in milliseconds. */
const FRESH_MS = 5000;

/** Most writes between two readings of what the app stores. */
const WRITES_A_READING = 10;

/** Returns when a function can have read what Atlassian says, for a call that it sends: in the same run, at most five seconds before. */
export function saidBefore({ invocations }: History, { invocation, sentAt, sentStep }: Call): Stretch {
  const step = invocations[invocation]?.beganStep ?? 0;
  return { from: { at: sentAt - FRESH_MS, step }, to: { at: sentAt, step: sentStep } };
}

/** Returns when it can have read what the app stores: since its tenth write before this call. */
export function storedBefore(history: History, call: Call): Stretch {
  const writes = (ledgerOf(history).sentBy.get(call.invocation) ?? []).filter(isPrivilegedWrite);
  const place = writes.indexOf(call);
  const before = writes.at((place === -1 ? writes.length : place) - WRITES_A_READING);
  const isEarly = writes.length < WRITES_A_READING || (place !== -1 && place < WRITES_A_READING);
  const began = history.invocations[call.invocation];
  const from: Moment =
    isEarly || before === undefined
      ? { at: began?.beganAt ?? 0, step: began?.beganStep ?? 0 }
      : { at: before.sentAt, step: before.sentStep };
  return { from, to: { at: call.sentAt, step: call.sentStep } };
}
