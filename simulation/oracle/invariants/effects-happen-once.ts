import { hasEffect } from '../effects';
import type { History, RowChange } from '../history';
import type { Invariant, Violation } from '../invariant';
import { ledgerOf } from '../ledger';
import type { AttemptRow, Recorded } from '../ledger';

/** An attempt has at most one effect. A line of a list is tried once more at most, never before three minutes have passed, and never after it has ended. */
export const effectsHappenOnce: Invariant = {
  name: 'nothing is done twice',
  when: 'eachStep',
  check: (history, { changes, rows }) => [
    ...changes.flatMap(({ call }) => (call === undefined ? [] : twiceBy(history, call))),
    ...rows.flatMap((row) => againIn(history, row)),
  ],
};

function twiceBy(history: History, callId: number): Violation[] {
  const ledger = ledgerOf(history);
  const attempt = ledger.attemptOf.get(callId);
  const effective = attempt?.calls.filter((call) => hasEffect(ledger, call)) ?? [];
  if (attempt === undefined || effective.length < 2) return [];
  return [{ what: `the attempt ${attempt.id} had two effects`, calls: effective.map(({ id }) => id) }];
}

/** The least time between two attempts of a line, of which the first may still take effect. */
const APART_MS = 3 * 60_000;

/** Failures by which nothing was done, and which pass: the line comes again. */
const PASSING = new Set(['NOT_ATTEMPTED', 'RATE_LIMITED', 'UPSTREAM_UNAVAILABLE']);

function againIn(history: History, { entity, key, is, step }: RowChange): Violation[] {
  const [, line = '', number = '1'] = /^(.+#\d+)#(\d+)$/.exec(key) ?? [];
  if (entity !== 'audit-entry' || is === undefined || line === '') return [];
  const { attempts } = ledgerOf(history);
  const earlier = Array.from({ length: Number(number) - 1 }, (_, index) => attempts.get(`${line}#${index + 1}`));
  const known = earlier.filter((one) => one !== undefined);
  const what = wrongAfter(known, is as AttemptRow, step);
  return what === undefined ? [] : [{ what: `the attempt ${key} came ${what}` }];
}

function wrongAfter(earlier: readonly Recorded[], { at }: AttemptRow, step: number): string | undefined {
  const mayHaveHappened = earlier.filter((one) => !hasPassed(one));
  if (mayHaveHappened.some((one) => hasEnded(one, step, earlier))) return 'after its line had ended';
  if (mayHaveHappened.length > 1) return 'after two others that may have taken effect';
  const isEarly = mayHaveHappened.some(({ row }) => Date.parse(at) - Date.parse(row.at) < APART_MS);
  return isEarly ? 'too early after another one that may take effect' : undefined;
}

function hasPassed({ outcomes }: Recorded): boolean {
  const last = outcomes.at(-1)?.row;
  return last?.outcome === 'failed' && PASSING.has(last.code ?? '');
}

/** Tells whether a line had ended with an attempt. One that ends in the step in which another follows it is a line's that goes on. */
function hasEnded(attempt: Recorded, step: number, all: readonly Recorded[]): boolean {
  const following = all.filter((one) => one !== attempt);
  return attempt.outcomes.some((end) => end.step < step && !following.some((one) => one.step === end.step));
}
