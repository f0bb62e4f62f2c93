import { z } from 'zod/mini';

import { decide } from '../../broker/access';
import type { Refusal, RefusedSubject } from '../../broker/audit/entries';
import { AppError, forbidden } from '../../broker/errors';
import { instant } from '../../broker/instant';
import type { AccountId } from '../../shared/ids';
import type { ApiError, FieldProblem, Result } from '../../shared/result';
import type { Call } from './caller';
import { isWriteAction, operations, type Action } from './operations';
import type { Ports } from './ports';
import type { Prove } from './proofs';
import type { RefusalLimit } from './refusal-limit';
import type { OwnRow, Row } from './row';

// A schema that has no words of its own for a problem says it in zod's.
z.config(z.locales.en());

/** A row of any table of a door. */
export type AnyRow<Context> = Row<z.ZodMiniType, Context, unknown> | OwnRow<z.ZodMiniType, unknown>;

/** The parts of a guard. */
export interface GuardParts<Context> {
  prove: Prove<Context>;
  /** Makes the ports of one call. */
  portsFor: () => Ports;
  refusalLimit: RefusalLimit;
}

/** Answers a call by one row of a table; without a row, answers that the function doesn't exist. */
export type Guard<Context> = (call: Call, row?: AnyRow<Context>) => Promise<Result<unknown>>;

/** Holds the space or project that one call is about, set as soon as Confluence or Jira shows it to the caller. */
type Progress = Pick<RefusedSubject, 'spaceId' | 'projectId'>;

/**
 * Makes the guard of a door, the only way to a use case: it parses, proves, decides, runs, and answers a Result.
 *
 * Refused writes are counted in the audit; anyone refused 20 times within a minute is answered without any call.
 */
export function createGuard<Context>({ prove, portsFor, refusalLimit }: GuardParts<Context>): Guard<Context> {
  return async (call, row) => {
    const ports = portsFor();
    const caller = `${call.installation} ${call.accountId ?? ''}`;
    const progress: Progress = {};
    try {
      if (row === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'function' });
      if (refusalLimit.isExceeded(caller))
        return { ok: false, error: { code: 'FORBIDDEN', reason: 'TOO_MANY_REFUSALS' } };
      if (call.accountId === undefined) throw forbidden('NOT_SIGNED_IN');
      return { ok: true, value: await runRow(row, { prove, ports, call, caller: call.accountId, progress }) };
    } catch (thrown) {
      const error = failureFrom(thrown, ports, row === undefined ? 'unknown' : call.functionKey);
      if (error.code === 'FORBIDDEN' && row !== undefined) {
        refusalLimit.count(caller);
        const subject = thrown instanceof AppError ? thrown.subject : {};
        await recordRefusal(ports, row.action, {
          reason: error.reason,
          ...(call.accountId && { caller: call.accountId }),
          ...progress,
          ...subject,
        });
      }
      return { ok: false, error };
    }
  };
}

/** One call of somebody who is signed in. */
interface SignedInCall<Context> {
  prove: Prove<Context>;
  ports: Ports;
  call: Call;
  caller: AccountId;
  progress: Progress;
}

/** Runs one row for one signed-in caller, or throws. */
async function runRow<Context>(
  row: AnyRow<Context>,
  { prove, ports, call, caller, progress }: SignedInCall<Context>,
): Promise<unknown> {
  const parsed = row.payload.safeParse(call.payload);
  if (!parsed.success) throw new AppError({ code: 'INVALID_INPUT', fields: fieldProblems(parsed.error) });
  if ('runForAuthor' in row) return row.runForAuthor(ports, caller, parsed.data);
  const { action, run } = row;
  const { facts, context, spaceId, projectId } = await prove(ports, call, caller, action);
  Object.assign(progress, { spaceId, projectId });
  const verdict = decide(facts, operations[action].needs);
  if (!verdict.allowed) throw forbidden(verdict.reason);
  if (context === undefined) throw forbidden('NOT_SIGNED_IN');
  return run(ports, context, parsed.data);
}

/** Most unknown fields to report. A sender can invent any number; a few are enough to see the problem. */
const MOST_UNKNOWN_FIELDS = 10;

function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, MOST_UNKNOWN_FIELDS).map((key) => problemAt([...issue.path, key], 'Unknown field.'))
      : [problemAt(issue.path, issue.message)],
  );
}

/** Most characters of a reported field name: longer than any real one, as an invented name can have any length. */
const MOST_OF_A_FIELD = 100;

function problemAt(path: readonly PropertyKey[], message: string): FieldProblem {
  return {
    field: path.join('.').slice(0, MOST_OF_A_FIELD),
    message,
  };
}

function failureFrom(thrown: unknown, ports: Ports, functionKey: string): ApiError {
  if (thrown instanceof AppError) {
    const { failure } = thrown;
    const reason = failure.code === 'FORBIDDEN' ? failure.reason : undefined;
    const level = failure.code === 'INVALID_INPUT' || failure.code === 'FORBIDDEN' ? 'info' : 'warn';
    ports.log[level]('call failed', { functionKey, code: failure.code, reason });
    return failure;
  }
  const correlationId = ports.ids.next();
  ports.log.error('call broke', { functionKey, correlationId }, thrown);
  return { code: 'INTERNAL', correlationId, changed: 'unknown' };
}

async function recordRefusal(
  { auditLog, clock }: Ports,
  action: Action,
  refusal: Omit<Refusal, 'at' | 'action'>,
): Promise<void> {
  if (isWriteAction(action)) await auditLog.refuse({ at: instant(clock), action, ...refusal });
}
