// The accounts that were created: for whom each counts, and when it was taken from the quota.
import { succeeded } from '../../effects';
import type { Call, History } from '../../history';
import { ledgerOf } from '../../ledger';

/** One creation, and the days on one of which it was taken from the quota. */
export interface Creation {
  readonly call: number;
  readonly projectId: string;
  readonly caller: string;
  readonly byRule: boolean;
  readonly first: string;
  readonly last: string;
}

const creations = new WeakMap<History, { steps: number; all: Creation[] }>();

/** Lists all creations that succeeded, up to the last step. */
export function creationsIn(history: History): readonly Creation[] {
  const known = creations.get(history) ?? { steps: 0, all: [] };
  creations.set(history, known);
  for (; known.steps < history.steps.length; known.steps += 1) {
    for (const call of history.steps[known.steps]?.performed ?? []) known.all.push(...creationOf(history, call));
  }
  return known.all;
}

/** Returns what a call created. Undefined: nothing. */
export function creationBy(history: History, call: Call): Creation | undefined {
  if (!isCreation(call)) return undefined;
  return creationsIn(history).findLast((one) => one.call === call.id);
}

/** Returns the day of a time, UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function isCreation(call: Call): boolean {
  return call.operationId === 'createCustomer' && succeeded(call);
}

function creationOf(history: History, call: Call): Creation[] {
  const attempt = ledgerOf(history).attemptOf.get(call.id);
  const began = history.invocations[call.invocation];
  if (!isCreation(call) || attempt === undefined || began === undefined) return [];
  const { projectId = '', caller = '', via } = attempt.row;
  const days = { first: dayOf(began.beganAt), last: dayOf(call.sentAt) };
  return [{ call: call.id, projectId, caller, byRule: via === 'rule', ...days }];
}
