import { AppError } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import { demandSiteAdmin } from '../site-admin/demand-site-admin';
import { queued, wake } from './conclude';
import { LOOK_AFTER_MS } from './open-lines';
import { recordOf } from './run-audit';
import type { RunChange } from './run-store';
import { isOver, readRunFor, runView, type RunReader, type RunView } from './run-view';
import type { StoredRun } from './stored-run';

/**
 * Ends a plan or a run: what is under way comes to its end, nothing more is sent. `stayProved` proves the caller again where their own right counts.
 *
 * Fails with NOT_FOUND, CONFLICT (`run`) if it was over or changed meanwhile, or as `stayProved` does.
 */
export async function cancelRun(
  ports: BrokerPorts,
  reader: RunReader,
  runId: string,
  stayProved?: () => Promise<void>,
): Promise<RunView> {
  const now = await readRunFor(ports, reader, runId);
  if (isOver(now.run)) throw new AppError({ code: 'CONFLICT', what: 'run' });
  const { clock, runs } = ports;
  // What was sent just before, and has no outcome, is still looked at.
  const dueAt = now.run.state === 'planned' ? undefined : instant(clock, -LOOK_AFTER_MS);
  const over = { state: 'cancelled', endedAt: instant(clock), dueAt, why: undefined, waitsUntil: undefined } as const;
  const entry = recordOf(ports, now.run, { action: 'cancelRun', caller: reader.caller });
  await stayProved?.();
  return runView({ ...now, run: await runs.change(now.run, over, entry) });
}

/**
 * Lets a run that waits go on, in the right of its author: if that is one of a site admin, they have proved it again.
 *
 * `stayProved` proves the caller again where their own right counts. Fails with NOT_FOUND, CONFLICT (`run`) if it doesn't wait, NOT_SITE_ADMIN, or as
 * `stayProved` does.
 */
export async function resumeRun(
  ports: BrokerPorts,
  reader: RunReader,
  runId: string,
  stayProved?: () => Promise<void>,
): Promise<RunView> {
  const now = await readRunFor(ports, reader, runId);
  if (now.run.state !== 'waiting') throw new AppError({ code: 'CONFLICT', what: 'run' });
  const entry = recordOf(ports, now.run, { action: 'resumeRun', caller: reader.caller });
  const proof = await proofOf(ports, now.run);
  await stayProved?.();
  const run = await ports.runs.change(now.run, { ...queued(ports, now.run), ...proof }, entry);
  await wake(ports, run, { events: ['work', 'watch'], hops: 0 });
  return runView({ ...now, run });
}

/** Returns the author's proof of now, where a run needs one. */
async function proofOf(ports: BrokerPorts, { by, siteAdminUntil }: StoredRun): Promise<RunChange> {
  if (siteAdminUntil === undefined || by === 'app') return {};
  return { siteAdminUntil: await demandSiteAdmin(ports, by) };
}
