import type { AuditCode } from '../../shared/broker/audit';
import type { AccountId, GroupId } from '../../shared/ids';
import type { AuditFound, Outcome } from '../audit/entries';
import { failureOf } from '../errors';

/** What an effect came to whose answer arrived. `unchanged`: it was so already. */
export interface Performed<Value> {
  value: Value;
  outcome: 'succeeded' | 'unchanged' | 'failed';
  code?: AuditCode;
  /** What was not known before. */
  groupId?: GroupId;
  accountId?: AccountId;
  /** What failed once the effect had come about, which is on record all the same. */
  thrown?: unknown;
}

/** What a look found after the answer was lost: what was wished for holds, and nobody knows who brought it about. */
export interface Found<Value> {
  value: Value;
  found: AuditFound;
  groupId?: GroupId;
}

/** How one line ended. `open`: nobody knows yet, and the hourly run looks again. */
export type Ending<Value, Reason> =
  | ({ kind: 'performed' } & Performed<Value>)
  | ({ kind: 'found' } & Found<Value>)
  | { kind: 'open'; thrown: unknown }
  | { kind: 'failed'; thrown: unknown }
  | { kind: 'refused'; reason: Reason }
  | { kind: 'notAttempted' };

/** Returns what is stored of a recorded attempt that ended so; undefined while it is open. */
export function outcomeOf<Value, Reason extends AuditCode>(
  ending: Ending<Value, Reason>,
  stoppedBy: unknown,
): Omit<Outcome, 'id' | 'at'> | undefined {
  switch (ending.kind) {
    case 'performed': {
      const { kind: _kind, value: _value, thrown: _thrown, ...outcome } = ending;
      return outcome;
    }
    case 'found': {
      const { kind: _kind, value: _value, ...found } = ending;
      return { outcome: 'unknown', code: 'ANSWER_LOST', ...found };
    }
    case 'open':
      return undefined;
    case 'failed':
      return { outcome: 'failed', code: wordForSent(ending.thrown) ?? 'INTERNAL' };
    case 'refused':
      return notAttempted(ending.reason);
    case 'notAttempted':
      return notAttempted(wordFor(stoppedBy));
  }
}

/** Returns what is stored of a recorded attempt that was never sent, because this was thrown. */
export function neverSent(thrown: unknown): Omit<Outcome, 'id' | 'at'> {
  return notAttempted(wordFor(thrown));
}

/** Returns what is stored of a recorded attempt that was not sent, for this reason. */
export function notAttempted(found: AuditCode | undefined): Omit<Outcome, 'id' | 'at'> {
  return { outcome: 'failed', code: 'NOT_ATTEMPTED', ...(found !== undefined && { found }) };
}

/** Returns the word of a failed call that was sent: what the app itself does not accept never is. */
function wordForSent(thrown: unknown): AuditCode | undefined {
  const word = wordFor(thrown);
  return word === 'INVALID_INPUT' ? 'REJECTED' : word;
}

/** Returns the word for what stopped something: the rule's, or that of the failure. */
function wordFor(thrown: unknown): AuditCode | undefined {
  const failure = failureOf(thrown);
  return failure?.code === 'FORBIDDEN' ? failure.reason : failure?.code;
}
