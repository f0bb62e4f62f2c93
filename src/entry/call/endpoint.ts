import type { z } from 'zod';

import { decide, isWriteAction, type Action } from '../../broker/access';
import type { RefusedSubject } from '../../broker/audit/entries';
import { AppError, forbidden } from '../../broker/errors';
import { instant } from '../../broker/instant';
import type { AccountId } from '../../shared/ids';
import type { ApiError, FieldProblem, ForbiddenReason, Result } from '../../shared/result';
import { readCall, type Call } from './caller';
import type { Ports } from './ports';
import type { Prove } from './proofs';
import type { RefusalLimit } from './refusal-limit';
import type { Row } from './row';

type AnyRow<Context> = Row<z.ZodType, Context, unknown>;

/** What an endpoint is made of. */
export interface EndpointParts<Context> {
  rows: Readonly<Record<string, AnyRow<Context>>>;
  prove: Prove<Context>;
  /** Makes the ports of one call. */
  portsFor: () => Ports;
  refusalLimit: RefusalLimit;
}

/** A Forge function that a page calls. */
export type Resolver = (body: unknown, platform: unknown) => Promise<Result<unknown>>;

/** The space or project that one call is about, set as soon as Confluence or Jira has shown it to the caller. */
type Progress = Pick<RefusedSubject, 'spaceId' | 'projectId'>;

/**
 * The one way into the app: finds the row, takes the caller from the platform, parses, proves, decides, runs, and answers a Result.
 *
 * Refused writes are counted in the audit; whoever is refused 20 times within a minute is answered without any call.
 */
export function createCalls<Context>({ rows, prove, portsFor, refusalLimit }: EndpointParts<Context>) {
  return async (call: Call): Promise<Result<unknown>> => {
    const ports = portsFor();
    const row = Object.hasOwn(rows, call.functionKey) ? rows[call.functionKey] : undefined;
    const caller = `${call.installation} ${call.accountId ?? ''}`;
    const progress: Progress = {};
    try {
      if (row === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'function' });
      if (refusalLimit.isExceeded(caller))
        return { ok: false, error: { code: 'FORBIDDEN', reason: 'TOO_MANY_REFUSALS' } };
      if (call.accountId === undefined) throw forbidden('NOT_SIGNED_IN');
      return { ok: true, value: await runRow(row, prove, ports, call, call.accountId, progress) };
    } catch (thrown) {
      const error = failureFrom(thrown, ports, row === undefined ? 'unknown' : call.functionKey);
      if (error.code === 'FORBIDDEN' && row !== undefined) {
        refusalLimit.count(caller);
        const subject = thrown instanceof AppError ? thrown.subject : {};
        await recordRefusal(ports, row.action, error.reason, call.accountId, { ...progress, ...subject });
      }
      return { ok: false, error };
    }
  };
}

/** The resolver of a page. */
export function createEndpoint<Context>(parts: EndpointParts<Context>): Resolver {
  const answer = createCalls(parts);
  return async (body, platform) => answer(readCall(body, platform));
}

/** Runs one row for one signed-in caller, or throws. */
async function runRow<Context>(
  { payload, action, run }: AnyRow<Context>,
  prove: Prove<Context>,
  ports: Ports,
  call: Call,
  caller: AccountId,
  progress: Progress,
): Promise<unknown> {
  const parsed = payload.safeParse(call.payload);
  if (!parsed.success) throw new AppError({ code: 'INVALID_INPUT', fields: fieldProblems(parsed.error) });
  const { facts, context, spaceId, projectId } = await prove(ports, call, caller, action);
  Object.assign(progress, { spaceId, projectId });
  const decision = decide(facts, action);
  if (!decision.allowed) throw forbidden(decision.reason);
  if (context === undefined) throw forbidden('NOT_SIGNED_IN');
  return run(ports, context, parsed.data);
}

/** A sender can invent as many fields as they like; a few are enough to see what is wrong. */
const MOST_UNKNOWN_FIELDS = 10;

function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, MOST_UNKNOWN_FIELDS).map((key) => problemAt([...issue.path, key], 'Unknown field.'))
      : [problemAt(issue.path, issue.message)],
  );
}

/** Longer than any field of ours: what is not a field may be as long as a sender likes. */
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
  reason: ForbiddenReason,
  caller: AccountId | undefined,
  subject: RefusedSubject,
): Promise<void> {
  if (!isWriteAction(action)) return;
  await auditLog.refuse({ at: instant(clock), action, reason, ...(caller && { caller }), ...subject });
}
