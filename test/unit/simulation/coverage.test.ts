// The coverage of the simulation: what the app calls, what can befall a call, and what is counted.
import { describe, expect, it, vi } from 'vitest';

import { cellsOf, contradictedBy } from '../../../simulation/coverage/cells';
import { OPERATIONS } from '../../../simulation/coverage/operations';
import { coveragePage } from '../../../simulation/coverage/page';
import { strokeOf } from '../../../simulation/driver/strokes';
import type { Call, Invocation } from '../../../simulation/oracle/history';
import type { Outcome } from '../../../simulation/report/outcome';
import { tellWrong } from '../../../simulation/report/tell';
import { operations } from '../../../src/platform/rest/operations';

const CALL: Call = {
  id: 0,
  invocation: 0,
  kind: 'rest',
  as: { kind: 'app' },
  method: 'GET',
  path: '/',
  operationId: 'getSpaces',
  body: undefined,
  sentAt: 0,
  sentStep: 1,
};

const INVOCATION: Invocation = {
  id: 0,
  moduleKey: 'space-settings',
  functionKey: 'listGroups',
  accountId: undefined,
  payload: {},
  context: undefined,
  beganAt: 0,
  beganStep: 0,
};

const KILLED: Invocation = { ...INVOCATION, end: { at: 0, step: 5, how: 'killed' } };

function performedIn(step: number): Call {
  return { ...CALL, performed: { at: 0, step, status: 200, body: {} } };
}

function outcomeWith(cells: Readonly<Record<string, number>>): Outcome {
  const took = { steps: 1, seconds: 1, cpuSeconds: 1 };
  return { seed: 1, ...took, hash: '', found: [], before: [], choices: [], tally: { doors: {}, runs: {}, cells } };
}

describe('the coverage', () => {
  it("knows every operation of the app's table", () => {
    const called = new Set(Object.values(operations).map(({ operationId }) => operationId));
    expect(OPERATIONS.rest.toSorted()).toEqual([...called].toSorted());
  });

  it.for([
    ['before its call arrived', CALL, 'cut off before it arrived'],
    ['after its effect', performedIn(5), 'cut off after its effect'],
    ['before the answer was seen', performedIn(3), 'cut off before its answer was seen'],
    ['and the effect came late', performedIn(9), 'cut off, effect late'],
    ['by which a fault had struck', { ...performedIn(3), fault: '500' }, '500'],
  ] as const)('tells what befell the call of a function that was killed %s', ([, call, stroke]) => {
    expect(strokeOf(call, KILLED)).toBe(stroke);
  });

  it('counts cells that are hit, and tells those that cannot be from those that were not', () => {
    const cells = cellsOf({ 'kvs|entity/get|429|RATE_LIMITED': 2, 'kvs|entity/get|429|STORAGE_UNAVAILABLE': 1 });
    const some = cells.filter(({ operationId, stroke }) => operationId === 'entity/get' && stroke === '429');
    expect(some.map(({ ending, hits }) => [ending, hits])).toEqual([
      ['ok', 0],
      ['error', 3],
      ['killed', 0],
      ['timedOut', 0],
    ]);
    const dead = cells.filter(({ stroke }) => stroke === 'cut off after its effect');
    expect(dead.filter(({ impossible }) => impossible === undefined).map(({ ending }) => ending)).toEqual(
      dead.filter(({ ending }) => ending === 'killed').map(({ ending }) => ending),
    );
  });

  it.for([
    ['and waited for it no longer', { answer: { at: 0, step: 2, status: 0, why: 'aborted' } }, 'ended by the app'],
    ['and answered without waiting for it', {}, 'cut off before it arrived'],
    ['and heard its answer', { answer: { at: 0, step: 2, status: 200, body: {} } }, 'none'],
  ] as const)('tells what befell the call of a function that sent it %s', ([, more, stroke]) => {
    const ended: Invocation = { ...INVOCATION, end: { at: 0, step: 5, how: 'answered', value: { ok: true } } };
    expect(strokeOf({ ...CALL, ...more }, ended)).toBe(stroke);
  });

  it('takes a cell that can’t be hit and was for a fault', () => {
    const hit = { 'kvs|get|ended by the app|ok': 2, 'kvs|get|none|ok': 1 };
    expect(contradictedBy(hit)).toMatchObject([{ operationId: 'get', stroke: 'ended by the app', hits: 2 }]);
    const told = vi.spyOn(console, 'log').mockImplementation(() => {});
    expect(tellWrong([outcomeWith(hit)])).toBe(true);
    expect(told.mock.calls.flat()).toEqual([
      expect.stringMatching(/^✗ impossible, and hit 2 times: get, ended by the app, ok \(.+\)$/),
    ]);
    expect(tellWrong([outcomeWith({ 'kvs|get|none|ok': 1 })])).toBe(false);
    expect(tellWrong([{ ...outcomeWith({}), found: [{ invariant: 'x', step: 1, what: 'y' }] }])).toBe(true);
  });

  it('says how many cells are open', () => {
    const page = coveragePage({ 'kvs|get|none|ok': 1 }, { worlds: 1, steps: 7 });
    expect(page).toContain(
      '\n- everything of kvs, everything of queue, everything of report, `^ended by the app$`, ok or',
    );
    expect(page).toContain('\n- addUsersToOrganization, `^cut off`, ok: ');
    expect(page).toMatch(/1 worlds, 7 steps\. .*\*\*1 hit, \d+ impossible, \d+ open\*\*/);
  });
});
