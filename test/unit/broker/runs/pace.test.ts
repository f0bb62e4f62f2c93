// How many writes are sent at once, and how many in a second.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { interactivePace, unattendedPace, type Pace } from '../../../../src/broker/runs/pace';

/** Sends chunks that are answered after so long, and notes when how many were sent. */
function send(pace: Pace, lines: number, answers: readonly { ms: number; isLimited: boolean }[]) {
  const sent: { at: number; calls: number }[] = [];
  let now = 0;
  let left = lines;
  for (let turn = 0; left > 0; turn += 1) {
    const { calls, waitMs } = pace.next(now, left);
    now += waitMs;
    if (calls === 0) continue;
    pace.sent(now, calls);
    sent.push({ at: now, calls });
    left -= calls;
    const answer = answers[turn % answers.length] ?? { ms: 0, isLimited: false };
    now += answer.ms;
    pace.answered(answer.isLimited);
  }
  return sent;
}

describe('while somebody waits', () => {
  test('five calls are in flight, whatever the answers', () => {
    const sent = send(interactivePace(), 23, [{ ms: 100, isLimited: true }]);
    expect(sent.map(({ calls }) => calls)).toEqual([5, 5, 5, 5, 3]);
  });
});

describe('while nobody waits', () => {
  test('calls in flight grow from five to ten while answers are good', () => {
    const sent = send(unattendedPace(), 200, [{ ms: 2000, isLimited: false }]);
    expect(sent.slice(0, 8).map(({ calls }) => calls)).toEqual([5, 6, 7, 8, 9, 10, 10, 10]);
  });

  test('they are halved when Atlassian asks to slow down, and never fewer than one', () => {
    const sent = send(unattendedPace(), 12, [{ ms: 2000, isLimited: true }]);
    expect(sent.map(({ calls }) => calls)).toEqual([5, 2, 1, 1, 1, 1, 1]);
  });

  test('so are those in a second, which then grow by one each second', () => {
    const pace = unattendedPace();
    pace.answered(true);
    const sent = send(pace, 90, [{ ms: 100, isLimited: false }]);
    const perSecond = [0, 1, 2, 3].map((second) =>
      sent.reduce((sum, { at, calls }) => (Math.floor(at / 1000) === second ? sum + calls : sum), 0),
    );
    expect(perSecond[0]).toBeLessThanOrEqual(13);
    for (const [second, calls] of perSecond.entries()) expect(Math.abs(calls - 13 - second)).toBeLessThanOrEqual(2);
  });

  test('at most 25 are sent in any second, whatever the answers', () => {
    const answer = fc.record({ ms: fc.integer({ min: 0, max: 900 }), isLimited: fc.boolean() });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 30 }), (answers) => {
        const sent = send(unattendedPace(), 200, answers);
        for (const { at } of sent) {
          const within = sent.filter((one) => one.at > at - 1000 && one.at <= at);
          expect(within.reduce((sum, { calls }) => sum + calls, 0)).toBeLessThanOrEqual(25);
        }
      }),
    );
  });

  test.for([
    ['what is sent in five seconds, if answers are slow', 1000, 50],
    ['25 a second at most, if they are fast', 100, 125],
  ] as const)('so many are expected: %s', ([, ms, most]) => {
    const pace = unattendedPace();
    send(pace, 200, [{ ms, isLimited: false }]);
    expect(pace.within?.(5000)).toBe(most);
  });

  test('what was sent five seconds ago tells nothing about the next five', () => {
    const pace = unattendedPace();
    pace.sent(0, 5);
    pace.sent(5000, 5);
    expect(pace.within?.(5000)).toBe(125);
    pace.sent(9999, 5);
    expect(pace.within?.(5000)).toBe(11);
  });

  test('before anything was answered, as many as may be sent are expected', () => {
    const pace = unattendedPace();
    expect(pace.within?.(5000)).toBe(125);
    pace.answered(true);
    expect(pace.within?.(5000)).toBe(63);
  });
});
