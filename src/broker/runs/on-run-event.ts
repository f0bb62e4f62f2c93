import { failureOf } from '../errors';
import { instant } from '../instant';
import { orLog } from '../or-log';
import type { BrokerPorts } from '../ports';
import { carryOn } from './carry-on';
import { conclude, wake } from './conclude';
import { kindOf, type Actor, type RunKind } from './kinds';
import { isWorkedAt, UNATTENDED_LEASE_MS } from './leases';
import { unattendedPace, type Pace } from './pace';
import type { RunEvent } from './queue';
import { requesterOf } from './requester';
import type { RunNow } from './run-store';
import type { StoredRun } from './stored-run';
import { isOfNewerVersion } from './versions';

/** Leaves time for what follows the last write, before Forge ends the consumer. */
const WRITES_FOR_MS = 105_000;

/**
 * Carries a run on, or looks whether somebody does. An event that comes twice, late or out of order does nothing.
 *
 * A failure is logged: the watch or the hourly schedule comes back to the run.
 */
export async function onRunEvent<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kinds: readonly RunKind<Ports, Begun>[],
  event: RunEvent,
): Promise<void> {
  await orLog(ports, 'run not carried on', () => handle(ports, kinds, event));
}

async function handle<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kinds: readonly RunKind<Ports, Begun>[],
  event: RunEvent,
): Promise<void> {
  const now = await ports.runs.get(event.runId);
  if (now === undefined || isOfNewerVersion(ports, now.run)) return;
  const kind = kindOf(kinds, now.run);
  if (kind === undefined) return;
  if (event.kind === 'watch') await watch(ports, now, event);
  else if (event.baton === now.run.baton && isDue(ports, now)) await work(ports, kind, now, event);
}

/** Tells whether a run waits for whoever holds its baton: a live lease means that somebody got the event already. */
function isDue(ports: BrokerPorts, now: RunNow): boolean {
  const { state, waitsUntil } = now.run;
  const isWaited = state === 'waiting' && waitsUntil !== undefined && Date.parse(waitsUntil) <= ports.clock.now();
  return (state === 'queued' || state === 'running' || isWaited) && !isWorkedAt(ports, now);
}

async function work<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kind: RunKind<Ports, Begun>,
  now: RunNow,
  { hops }: RunEvent,
): Promise<void> {
  const run = await begin(ports, now.run);
  if (run === undefined) return;
  const limits = {
    actor: actorOf<Begun>(run),
    leaseMs: UNATTENDED_LEASE_MS,
    writesForMs: WRITES_FOR_MS,
    pace: paceOf(run),
  };
  const took = await carryOn(ports, kind, { ...now, run }, limits);
  await conclude(ports, run, took, hops);
}

/** Stores that the run goes on. Undefined: somebody else changed it. */
async function begin({ runs }: BrokerPorts, run: StoredRun): Promise<StoredRun | undefined> {
  if (run.state === 'running') return run;
  try {
    return await runs.change(run, { state: 'running', why: undefined, waitsUntil: undefined });
  } catch (thrown) {
    if (failureOf(thrown)?.code === 'CONFLICT') return undefined;
    throw thrown;
  }
}

function actorOf<Begun>({ by, runId }: StoredRun): Actor<Begun> {
  return by === 'app' ? 'app' : { requester: requesterOf({ by, runId }) };
}

/** After trouble, a run goes on at half the pace. */
function paceOf({ troubles = 0 }: StoredRun): Pace {
  const pace = unattendedPace();
  if (troubles > 0) pace.answered(true);
  return pace;
}

/** Wakes the holder of the baton again if nobody works, and comes back. With a new baton it would overtake events that only wait in a long queue. */
async function watch(ports: BrokerPorts, now: RunNow, { hops }: RunEvent): Promise<void> {
  const { run } = now;
  if (run.state !== 'queued' && run.state !== 'running') return;
  // Nobody holds a lease though the baton was passed so long ago: its event, or whoever got it, was lost.
  const isLost = !isWorkedAt(ports, now) && (run.batonAt ?? '') <= instant(ports.clock, UNATTENDED_LEASE_MS);
  await wake(ports, run, { events: isLost ? ['work', 'watch'] : ['watch'], hops });
}
