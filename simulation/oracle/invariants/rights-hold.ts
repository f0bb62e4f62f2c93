import { saidBefore, storedBefore } from '../ages';
import type { Call, History } from '../history';
import type { Invariant } from '../invariant';
import { ledgerOf } from '../ledger';
import type { Recorded } from '../ledger';
import { pastOf } from '../past';
import type { Stretch } from '../past';
import { isImpersonated, isPrivilegedWrite } from '../privileged-write';
import { wrongAboutCustomers } from './rights/customers';
import { wrongAboutGroup } from './rights/groups';

/** Everything that allows a call as somebody who isn't present was so when it was sent, or within the ages that are promised. */
export const rightsHold: Invariant = {
  name: 'a privileged call is sent only while everything that allows it holds',
  when: 'eachStep',
  check: (history, { sent }) =>
    sent
      .filter(isImpersonated)
      .flatMap((call) => wrongAbout(history, call).map((what) => ({ what, calls: [call.id] }))),
};

function wrongAbout(history: History, call: Call): string[] {
  if (isByRequester(history, call)) return [];
  const said = saidBefore(history, call);
  if (settingsOf(history, said).every(({ paused }) => paused !== undefined)) {
    return [`${call.operationId} was sent while all changes were paused`];
  }
  const attempt = ledgerOf(history).attemptOf.get(call.id);
  if (attempt === undefined || !isPrivilegedWrite(call)) return [];
  const wrongUser = wrongAboutUser(history, call, attempt);
  return [...wrongUser, ...wrongAboutGroup(history, call, attempt), ...wrongAboutCustomers(history, call, attempt)];
}

/** Reads that a list of changes makes in the name of its author, to prove their right. */
const PROVING = new Set(['getSpaces', 'getSpaceOperations']);

function isByRequester(history: History, { invocation, operationId, as }: Call): boolean {
  const run = history.invocations[invocation];
  if (run?.accountId !== undefined || !PROVING.has(operationId) || as.kind !== 'impersonated') return false;
  const { runId } = (run?.payload ?? {}) as { runId?: string };
  return ledgerOf(history).runs.get(runId ?? '')?.by === as.accountId;
}

interface PrivilegedUserSetting {
  current?: { accountId: string };
  nominee?: { accountId: string };
  paused?: object;
}

function settingsOf(history: History, stretch: Stretch): PrivilegedUserSetting[] {
  return pastOf(history)
    .setting('privileged-user', stretch)
    .map((content) => (content ?? {}) as PrivilegedUserSetting);
}

/** A write test is made as somebody who is present and about to become the privileged user. */
const TESTS = new Set(['writeTestCreate', 'writeTestDelete']);

function wrongAboutUser(history: History, call: Call, { row }: Recorded): string[] {
  const as = call.as.kind === 'impersonated' ? call.as.accountId : undefined;
  if (TESTS.has(row.action) && as === history.invocations[call.invocation]?.accountId) return [];
  const stored = settingsOf(history, storedBefore(history, call));
  if (stored.some(({ current }) => current?.accountId === as)) return [];
  return [`${call.operationId} was made as ${String(as)}, who isn't the privileged user`];
}
