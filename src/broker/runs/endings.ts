import type { AuditCode } from '../../shared/broker/audit';
import type { AccountId, GroupId } from '../../shared/ids';
import type { AuditFound, Outcome } from '../audit/entries';
import { failureOf } from '../errors';

/** The result of an effect whose answer arrived. `unchanged`: it was already so. */
export interface Performed<Value> {
  value: Value;
  outcome: 'succeeded' | 'unchanged' | 'failed';
  code?: AuditCode;
  /** The group's id, if it wasn't known before. */
  groupId?: GroupId;
  accountId?: AccountId;
  /** Facts that it took away, for Undo. */
  prior?: NonNullable<Outcome['prior']>;
  /** The error thrown after the effect, which is recorded all the same. */
  thrown?: unknown;
}

/** The result of a look after a lost answer: the intended state holds, but nobody knows who caused it. */
export interface Found<Value> {
  value: Value;
  found: AuditFound;
  groupId?: GroupId;
}

/** The end of one command. `open`: not known yet; the hourly run looks again. */
export type Ending<Value, Reason> =
  | ({ kind: 'performed' } & Performed<Value>)
  | ({ kind: 'found' } & Found<Value>)
  | { kind: 'open'; thrown: unknown }
  | { kind: 'failed'; thrown: unknown }
  | { kind: 'refused'; reason: Reason }
  | { kind: 'notAttempted' };

/** Returns the outcome to store for a recorded attempt with this end; undefined while it's open. */
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

/** Returns the outcome to store for a recorded attempt that was never sent because of this error. */
export function neverSent(thrown: unknown): Omit<Outcome, 'id' | 'at'> {
  return notAttempted(wordFor(thrown));
}

/** Returns the outcome to store for a recorded attempt that wasn't sent, for this reason. */
export function notAttempted(found: AuditCode | undefined): Omit<Outcome, 'id' | 'at'> {
  return { outcome: 'failed', code: 'NOT_ATTEMPTED', ...(found !== undefined && { found }) };
}

/** Returns the code of a failed call that was sent. Input that the app itself rejects is never sent. */
function wordForSent(thrown: unknown): AuditCode | undefined {
  const word = wordFor(thrown);
  return word === 'INVALID_INPUT' ? 'REJECTED' : word;
}

/** Returns the code for the error that stopped something: the reason of a refusal, or the code of the failure. */
function wordFor(thrown: unknown): AuditCode | undefined {
  const failure = failureOf(thrown);
  return failure?.code === 'FORBIDDEN' ? failure.reason : failure?.code;
}
