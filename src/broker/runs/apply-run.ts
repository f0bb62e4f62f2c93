import type { AccountId } from '../../shared/ids';
import { AppError, invalidInput } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import { demandSiteAdmin } from '../site-admin/demand-site-admin';
import { carryOn } from './carry-on';
import { conclude, queued, wake } from './conclude';
import { kindOf, type RunKind } from './kinds';
import { interactivePace } from './pace';
import { recordOf } from './run-audit';
import type { RunNow } from './run-store';
import { readRunFor, runView, type RunView } from './run-view';
import { LINES_A_PART, type StoredRun } from './stored-run';
import { isOfNewerVersion } from './versions';

/** A plan to be applied, as its author saw it. */
interface Applying<Begun> {
  runId: string;
  version: number;
  typedNumber?: number | undefined;
  /** The author, whose rights are proved. */
  caller: AccountId;
  begun: Begun;
  /** Throws if the product refuses to apply this run, whatever its state. */
  demand?(this: void, run: StoredRun): void;
  /** Proves the caller again where their own right counts for this alone. Throws if they may no longer. */
  stayProved?: () => Promise<void>;
}

/** Time for writes within the call, and what a lease lasts then. */
const LEASE_MS = 30_000;
const WRITES_FOR_MS = 12_000;

/**
 * Applies a plan of the caller's own: a short one within the call, the rest by the queue.
 *
 * Fails with NOT_FOUND, CONFLICT (`run`: it isn't the plan that they saw, or it lapsed), INVALID_INPUT (`typedNumber`) or NOT_SITE_ADMIN, having changed
 * nothing; or as `stayProved` does.
 */
export async function applyRun<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kinds: readonly RunKind<Ports, Begun>[],
  applying: Applying<Begun>,
): Promise<RunView> {
  const now = await readRunFor(ports, { caller: applying.caller }, applying.runId);
  if (now.run.by !== applying.caller) throw new AppError({ code: 'NOT_FOUND', what: 'run' });
  applying.demand?.(now.run);
  const kind = kindOf(kinds, now.run);
  if (kind === undefined || isOfNewerVersion(ports, now.run)) throw new AppError({ code: 'CONFLICT', what: 'run' });
  demandAppliable(ports, kind, now.run, applying);
  const isShort = now.run.lines <= LINES_A_PART;
  const proof = kind.needsSiteAdmin === true && { siteAdminUntil: await demandSiteAdmin(ports, applying.caller) };
  const change = { ...queued(ports, now.run), appliedAt: instant(ports.clock), ...proof };
  await applying.stayProved?.();
  const run = await ports.runs.change(
    now.run,
    isShort ? { ...change, state: 'running' } : change,
    recordOf(ports, now.run, { action: 'applyRun', caller: applying.caller }),
  );
  const isWoken = await wake(ports, run, { events: isShort ? ['watch'] : ['work', 'watch'], hops: 0 });
  if (!isShort || !isWoken) return runView({ ...now, run });
  return applyNow(ports, kind, { ...now, run }, applying.begun);
}

function demandAppliable(
  { clock }: BrokerPorts,
  kind: Pick<RunKind, 'typeNumber'>,
  run: StoredRun,
  { version, typedNumber }: Pick<Applying<unknown>, 'version' | 'typedNumber'>,
): void {
  const isLapsed = (run.dueAt ?? '') <= instant(clock);
  if (isLapsed || run.state !== 'planned' || run.version !== version) {
    throw new AppError({ code: 'CONFLICT', what: 'run' });
  }
  if (run.typed !== undefined && run.typed !== typedNumber) {
    throw invalidInput('typedNumber', kind.typeNumber(run.typed));
  }
}

async function applyNow<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kind: RunKind<Ports, Begun>,
  now: RunNow,
  begun: Begun,
): Promise<RunView> {
  const limits = { actor: { begun }, leaseMs: LEASE_MS, writesForMs: WRITES_FOR_MS, pace: interactivePace() };
  const took = await carryOn(ports, kind, now, limits);
  const run = await conclude(ports, now.run, took, 0);
  return runView({ run, parts: took.parts });
}
