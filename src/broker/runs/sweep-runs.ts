import { failureOf } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import { queued, wake } from './conclude';
import { kindOf, type RunKind } from './kinds';
import { fits } from './know';
import { isWorkedAt, UNATTENDED_LEASE_MS } from './leases';
import { lookableAt, lookAtOpenLines } from './open-lines';
import type { RunNow } from './run-store';
import { isOver } from './run-view';
import type { StoredRun } from './stored-run';
import { beginTurn } from './turn';
import { isOfNewerVersion } from './versions';

/** Looks once an hour after all runs that somebody had to look at by now: plans that lapsed, waits that are over, runs whose events were lost, lines of ended runs whose answer was lost. */
export async function sweepRuns<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kinds: readonly RunKind<Ports, Begun>[],
): Promise<void> {
  for (const run of await ports.runs.due(instant(ports.clock))) {
    if (!fits(ports, 0)) return;
    const kind = kindOf(kinds, run);
    if (kind === undefined || isOfNewerVersion(ports, run)) continue;
    try {
      await sweep(ports, kind, run);
    } catch (thrown) {
      const code = failureOf(thrown)?.code;
      if (code === undefined) throw thrown;
      // One run in trouble doesn't keep the others waiting.
      ports.log.warn('run not swept', { code });
    }
  }
}

async function sweep<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kind: RunKind<Ports, Begun>,
  run: StoredRun,
): Promise<void> {
  if (run.state === 'planned') {
    await ports.runs.change(run, {
      state: 'stopped',
      why: 'PLAN_LAPSED',
      endedAt: instant(ports.clock),
      dueAt: undefined,
    });
    return;
  }
  const now = await ports.runs.get(run.runId);
  if (now === undefined || now.run.version !== run.version) return;
  if (isOver(run) || waitsForSomebody(run)) await lookOnly(ports, kind, now);
  else if (!isWorkedAt(ports, now)) {
    const next = await ports.runs.change(run, queued(ports, run));
    // A new chain of events.
    await wake(ports, next, { events: ['work', 'watch'], hops: 0 });
  }
}

/** Time for the looks at one run. */
const LOOKS_FOR_MS = 20_000;
const HOUR_MS = 3_600_000;

/** Tells whether only a person lets a run go on. */
function waitsForSomebody({ state, waitsUntil }: StoredRun): boolean {
  return state === 'waiting' && waitsUntil === undefined;
}

/** Looks at what a run left open that has ended or waits for somebody. Nothing is tried again. */
async function lookOnly<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kind: RunKind<Ports, Begun>,
  now: RunNow,
): Promise<void> {
  const limits = { actor: 'app', leaseMs: UNATTENDED_LEASE_MS, writesForMs: LOOKS_FOR_MS } as const;
  const turn = await beginTurn(ports, kind, now, limits);
  await lookAtOpenLines(turn, false);
  const isLeft = lookableAt(turn) !== undefined;
  await ports.runs.change(now.run, { dueAt: isLeft ? instant(ports.clock, -HOUR_MS) : undefined });
}
