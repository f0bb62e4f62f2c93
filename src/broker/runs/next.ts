import type { ForbiddenReason } from '../../shared/result';
import { failureOf } from '../errors';
import type { Next } from './after-turn';
import { fits } from './know';
import { lookableAt } from './open-lines';
import { hasEnded, isOpen, stateOf, type Turn } from './turn';

/** Decides what comes after a turn that ended with this error, or with none. */
export function nextOf(turn: Turn, thrown: unknown): Next {
  if (turn.next !== undefined) return turn.next;
  if (thrown !== undefined) return afterFailure(turn, thrown);
  if (turn.lines.some((line) => !hasEnded(stateOf(turn, line)) && !isOpen(stateOf(turn, line)))) return { is: 'pass' };
  const untilMs = lookableAt(turn);
  if (untilMs === undefined) return { is: 'end', state: 'done' };
  // They could not be looked at just now.
  if (untilMs <= turn.ports.clock.now()) return { is: 'trouble', why: 'LOOK_AGAIN' };
  return { is: 'wait', why: 'LOOK_AGAIN', untilMs };
}

function afterFailure({ ports }: Turn, thrown: unknown): Next {
  const failure = failureOf(thrown);
  if (failure === undefined) return { is: 'end', state: 'stopped', why: 'INTERNAL' };
  if (failure.code === 'FORBIDDEN') return afterRefusal(failure.reason);
  if (failure.code === 'RATE_LIMITED') {
    return { is: 'trouble', why: 'RATE_LIMITED', retryAfterMs: failure.retryAfterSeconds * 1000 };
  }
  if (failure.code === 'UPSTREAM_UNAVAILABLE') {
    return fits(ports, 0) ? { is: 'trouble', why: 'UPSTREAM_UNAVAILABLE' } : { is: 'pass' };
  }
  if (failure.code === 'STORAGE_UNAVAILABLE' || failure.code === 'AUDIT_UNAVAILABLE') {
    return { is: 'trouble', why: 'STORAGE_UNAVAILABLE' };
  }
  return { is: 'end', state: 'stopped', why: failure.code };
}

function afterRefusal(reason: ForbiddenReason): Next {
  return reason === 'CHANGES_PAUSED' ? { is: 'wait', why: 'PAUSED' } : { is: 'end', state: 'stopped', why: reason };
}
