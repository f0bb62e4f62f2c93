// How old what a privileged call relies on may be: docs/security.md and docs/reliability.md promise it.
import type { Call, History } from './history';
import { ledgerOf } from './ledger';
import type { Moment, Stretch } from './past';
import { isPrivilegedWrite } from './privileged-write';

/** Oldest answer of Atlassian, and oldest reading of the pause, in milliseconds. */
const FRESH_MS = 5000;

/** Most writes between two readings of what the app stores. */
const WRITES_A_READING = 10;

/** The least time for which Atlassian asks to wait: it counts in seconds. */
const WAIT_MS = 1000;

/** Returns when a function can have read what Atlassian says, for a call that it sends: in the same run, at most five seconds before, and after every wait. */
export function saidBefore(history: History, call: Call): Stretch {
  const { invocation, sentAt, sentStep } = call;
  const began = history.invocations[invocation]?.beganStep ?? 0;
  const waited = waitBefore(history, call);
  const from = { at: Math.max(sentAt - FRESH_MS, waited?.at ?? 0), step: Math.max(began, waited?.step ?? 0) };
  return { from, to: { at: sentAt, step: sentStep } };
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

/** Returns when a wait may have ended that Atlassian asked for before a call is sent again. Undefined: it is sent for the first time. */
function waitBefore(history: History, call: Call): Moment | undefined {
  const earlier =
    ledgerOf(history)
      .attemptOf.get(call.id)
      ?.calls.filter(({ id }) => id < call.id) ?? [];
  const answer = earlier.findLast(({ answer }) => answer?.status === 429)?.answer;
  if (answer === undefined) return undefined;
  const { at, step } = answer;
  return { at: call.sentAt - at >= WAIT_MS ? at + WAIT_MS : at, step };
}
