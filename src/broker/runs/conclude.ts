// What follows a turn is stored with the run, and whoever goes on is woken.
import { failureOf } from '../errors';
import { failureIn } from '../failure-in';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { Next } from './after-turn';
import type { Took } from './carry-on';
import { GIVEN_UP_MS, LOOK_AFTER_MS } from './open-lines';
import type { RunEvent } from './queue';
import type { RunChange } from './run-store';
import type { StoredRun } from './stored-run';
import { isOpen } from './turn';

/** A queue's longest delay. Whoever waits longer is woken by the hourly schedule, which begins a new chain of events. */
const MOST_DELAY_MS = 15 * 60_000;

/** Longer than a lease: whoever works now has ended by then. */
const WATCH_AFTER_S = 200;

/** A run that nobody has carried on for so long is one whose events were lost. */
const LOST_AFTER_MS = 10 * 60_000;

/** Forge ends a chain of a thousand pushes. */
const MOST_HOPS = 300;

const TROUBLE_MS = [60_000, 5 * 60_000, 15 * 60_000, 3_600_000] as const;
const MOST_TROUBLES = 30;

/**
 * Stores what follows a turn, and wakes whoever goes on. `hops`: events that came before it. Returns the run as it is then known.
 *
 * If it can't be stored, the lease ends and the watch finds the run.
 */
export async function conclude(ports: BrokerPorts, run: StoredRun, took: Took, hops: number): Promise<StoredRun> {
  const troubles = troublesAfter(run, took);
  const next = settled(ports, took.next, troubles);
  if (next === undefined) return run;
  const { change, events = [], delayMs = 0 } = following(ports, run, next, hasOpenLines(took));
  let stored = run;
  const failed = await failureIn(async () => {
    stored = await ports.runs.change(run, { ...change, troubles });
  });
  if (failed === undefined) await wake(ports, stored, { events, hops, delayMs });
  else ports.log.warn('run not concluded', { code: failureOf(failed)?.code });
  return stored;
}

/** Returns the change that queues a run with a new baton: whoever had the one before goes no further. */
export function queued({ clock }: BrokerPorts, { baton }: StoredRun): RunChange {
  const dueAt = instant(clock, -LOST_AFTER_MS);
  return { state: 'queued', baton: baton + 1, batonAt: instant(clock), dueAt, why: undefined, waitsUntil: undefined };
}

/** Wakes the app for a run. False: the push failed, and the hourly schedule makes up for it; it finds runs that nobody carries on. */
export async function wake(
  { runQueue, log }: BrokerPorts,
  { runId, baton }: StoredRun,
  { events, hops, delayMs = 0 }: { events: readonly RunEvent['kind'][]; hops: number; delayMs?: number },
): Promise<boolean> {
  if (hops >= MOST_HOPS || events.length === 0) return false;
  const delay = Math.ceil(delayMs / 1000);
  function delayOf(kind: RunEvent['kind']) {
    const seconds = Math.min(MOST_DELAY_MS / 1000, kind === 'watch' ? delay + WATCH_AFTER_S : delay);
    return seconds > 0 ? { delaySeconds: seconds } : {};
  }
  const failed = await failureIn(() =>
    runQueue.push(events.map((kind) => ({ runId, baton, kind, hops: hops + 1, ...delayOf(kind) }))),
  );
  if (failed !== undefined) log.warn('run not woken', { code: failureOf(failed)?.code });
  return failed === undefined;
}

function troublesAfter({ troubles = 0 }: StoredRun, { next, ended }: Took): number {
  const before = ended > 0 ? 0 : troubles;
  return next.is === 'trouble' ? before + 1 : before;
}

function hasOpenLines({ parts }: Took): boolean {
  return parts.some(({ lines }) => Object.values(lines).some(isOpen));
}

type Settled = Exclude<Next, { is: 'lost' } | { is: 'trouble' }>;

/** Turns a trouble into a wait, or into the end. Undefined: somebody else says how it goes on. */
function settled({ clock }: BrokerPorts, next: Next, troubles: number): Settled | undefined {
  if (next.is === 'lost') return undefined;
  if (next.is !== 'trouble') return next;
  if (troubles > MOST_TROUBLES) return { is: 'end', state: 'stopped', why: 'TOO_LONG' };
  const waitMs = Math.max(next.retryAfterMs ?? 0, TROUBLE_MS[Math.min(troubles, TROUBLE_MS.length) - 1] ?? 0);
  return { is: 'wait', why: next.why, untilMs: clock.now() + waitMs };
}

/** The change to store, and the events to push with a delay. */
interface Following {
  change: RunChange;
  events?: readonly RunEvent['kind'][];
  delayMs?: number;
}

function following(ports: BrokerPorts, run: StoredRun, next: Settled, leavesOpen: boolean): Following {
  const { clock } = ports;
  const isStill = { why: next.is === 'pass' ? undefined : next.why, waitsUntil: undefined, dueAt: undefined };
  switch (next.is) {
    case 'pass':
      return { change: { ...queued(ports, run), state: 'running' }, events: ['work'] };
    case 'end': {
      const change = { ...isStill, state: next.state, endedAt: instant(clock) };
      // Lines whose answer was lost are still looked at.
      return { change: next.state === 'stopped' ? { ...change, dueAt: instant(clock, -LOOK_AFTER_MS) } : change };
    }
    case 'wait': {
      // Lines whose answer was lost end after a day, whether or not anybody lets the run go on.
      if (next.untilMs === undefined) {
        const dueAt = leavesOpen ? instant(clock, -GIVEN_UP_MS) : undefined;
        return { change: { ...isStill, state: 'waiting', dueAt } };
      }
      const delayMs = Math.max(0, next.untilMs - clock.now());
      const waits = { ...queued(ports, run), why: next.why, waitsUntil: instant(clock, -delayMs) };
      if (delayMs > MOST_DELAY_MS) return { change: { ...waits, state: 'waiting', dueAt: waits.waitsUntil } };
      const change = { ...waits, state: 'waiting', dueAt: instant(clock, -(delayMs + LOST_AFTER_MS)) } as const;
      return { change, events: ['work', 'watch'], delayMs };
    }
  }
}
