import { failureOf } from '../errors';
import { orLog } from '../or-log';
import type { BrokerPorts } from '../ports';
import type { Next } from './after-turn';
import type { RunKind } from './kinds';
import { nextOf } from './next';
import { lookAtOpenLines } from './open-lines';
import { storedPace, type Pace, type Pacing } from './pace';
import { recordRefusedRest } from './refused-lines';
import type { RunNow } from './run-store';
import { saveRefused } from './save-part';
import { sendLines } from './send-lines';
import type { PartState } from './stored-run';
import { beginTurn, hasEnded, isOpen, stateOf, type Turn, type TurnLimits } from './turn';

/** The result of a turn. */
export interface Took {
  next: Next;
  /** Lines that ended in it. */
  ended: number;
  parts: PartState[];
}

/** Takes a turn at a run: carries out lines that were never sent, then looks at those whose answer was lost, and tries some once more. */
export async function carryOn<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kind: RunKind<Ports, Begun>,
  now: RunNow,
  { pace, ...limits }: TurnLimits<Begun> & { pace: Pace },
): Promise<Took> {
  let turn: Turn;
  try {
    turn = await beginTurn(ports, kind, now, limits);
  } catch (thrown) {
    if (failureOf(thrown)?.code !== 'STORAGE_UNAVAILABLE') throw thrown;
    return { next: { is: 'trouble', why: 'STORAGE_UNAVAILABLE' }, ended: 0, parts: now.parts };
  }
  const thrown = await sendAll(turn, pace);
  if (turn.next === undefined) await saveRefused(turn);
  const next = await explainedNext(ports, kind, turn, thrown);
  if (next.is === 'end') await recordRefusedRest(turn, thrown);
  return { next, ended: turn.ended, parts: turn.parts };
}

/** Decides what comes next; the error that would stop the run is explained before. */
async function explainedNext<Ports extends BrokerPorts, Begun>(
  ports: Ports,
  kind: RunKind<Ports, Begun>,
  turn: Turn,
  thrown: unknown,
): Promise<Next> {
  const next = nextOf(turn, thrown);
  if (next.is !== 'end' || next.state !== 'stopped' || kind.explain === undefined) return next;
  const explained = await orLog(ports, 'stop not explained', async () => kind.explain?.(ports, thrown));
  return nextOf(turn, explained ?? thrown);
}

/** Attempt, outcome and change of a line are three of the 18 places of a transaction that checks three settings. */
const STORED: Pick<Pacing<unknown>, 'pace' | 'recorded'> = { pace: storedPace(), recorded: 6 };

async function sendAll(turn: Turn, pace: Pace): Promise<unknown> {
  const fresh = turn.lines.filter((line) => !hasEnded(stateOf(turn, line)) && !isOpen(stateOf(turn, line)));
  const stopped = await sendLines(turn, fresh, turn.effect === 'stored' ? STORED : { pace, recorded: 20 });
  if (stopped !== undefined || turn.next !== undefined) return stopped;
  const { again, thrown } = await lookAtOpenLines(turn, true);
  // The outcomes of their first attempts are stored with it.
  return thrown ?? sendLines(turn, again, { pace, recorded: 10 });
}
