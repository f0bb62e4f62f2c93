// What a world aims at: an operation, and each of its cells in turn.
import { describe, expect, it } from 'vitest';

import { CALLS_ABOUT_CUSTOMERS } from '../../../simulation/actors/customers';
import { CALLS_FOR } from '../../../simulation/actors/focus';
import { onGlobalPage } from '../../../simulation/actors/global-page';
import { onSpacePage } from '../../../simulation/actors/space-page';
import { randomChoices, replayedChoices } from '../../../simulation/choices';
import { aimAt, drawAim } from '../../../simulation/coverage/draw-aim';
import { OPERATIONS } from '../../../simulation/coverage/operations';
import { createRandom } from '../../../simulation/deterministic/random';
import { aimless, fateFor, temperFor } from '../../../simulation/driver/aim';
import { drawTemper } from '../../../simulation/driver/temper';
import type { Call } from '../../../simulation/oracle/history';

const ALWAYS = replayedChoices([]);

function callOf(operationId: string, invocation: number): Call {
  const as = { kind: 'app' } as const;
  const about = { method: 'GET', path: '/', operationId, body: undefined, sentAt: 0, sentStep: 1 };
  return { id: invocation, invocation, kind: 'rest', as, ...about };
}

describe('the aim of a world', () => {
  it('is drawn for more than half of them, and each operation is somewhere aimed at', () => {
    const choices = randomChoices(createRandom(1, 'choices'));
    const aims = Array.from({ length: 2000 }, () => drawAim(choices).operationId);
    const aimed = aims.filter((one) => one !== undefined);
    expect(aimed.length).toBeGreaterThan(1100);
    expect(aimed.length).toBeLessThan(1300);
    expect([...new Set(aimed)].toSorted()).toEqual(Object.values(OPERATIONS).flat().toSorted());
  });

  it('comes by every cell that can be hit, one function after the other', () => {
    const aim = aimAt('getSpaces', { often: 750, next: 5 });
    const goals = aim.goals.map((_, index) => fateFor(aim, callOf('getSpaces', index), ALWAYS));
    const named = goals.map((goal) => `${String(goal?.stroke)} ${String(goal?.ending)}`);
    expect(named.toSorted()).toEqual(aim.goals.map(({ stroke, ending }) => `${stroke} ${ending}`).toSorted());
    expect(new Set(named).size).toBe(named.length);
    expect(goals.map((goal) => goal?.stroke)).toContain('503 after the effect');
  });

  it('is one call of a function only, and of this operation', () => {
    const aim = aimAt('getSpaces', { often: 750, next: 0 });
    expect(fateFor(aim, callOf('getGroups', 1), ALWAYS)).toBeUndefined();
    const { stroke, ending } = aim.goals[0] ?? {};
    expect(fateFor(aim, callOf('getSpaces', 1), ALWAYS)).toEqual({ stroke, ending, call: 1 });
    expect(fateFor(aim, callOf('getSpaces', 1), ALWAYS)).toBeUndefined();
    expect(aim.fates.get(1)).toEqual({ stroke, ending, call: 1 });
    expect(fateFor(aimless(), callOf('getSpaces', 1), ALWAYS)).toBeUndefined();
  });

  it('leaves little else to chance, and nothing as it was without one', () => {
    const rough = { ...drawTemper(ALWAYS), faults: 40, kills: 4, changes: 4, mends: 250 };
    expect(temperFor(aimless(), rough)).toBe(rough);
    expect(temperFor(aimAt('getSpaces', { often: 750, next: 0 }), rough)).toMatchObject({
      faults: 3,
      kills: 0,
      changes: 1,
      mends: 850,
    });
  });

  it('leads actors to calls that there are', () => {
    const calls = [...Object.keys(onSpacePage), ...Object.keys(onGlobalPage), ...CALLS_ABOUT_CUSTOMERS];
    expect(calls).toEqual(expect.arrayContaining(Object.values(CALLS_FOR).flat()));
    expect(Object.values(OPERATIONS).flat()).toEqual(expect.arrayContaining(Object.keys(CALLS_FOR)));
  });
});
